/**
 * The 1,500 syllables that Vietnamese texts write most, the commonest first, with the tone marks of oa, oe and uy the old way:
 * of words that may have been meant, the commoner comes first. It tells nothing of what is right. Counted in the texts that
 * docs/vietnamese.md names, news, stories, law and manuals weighed alike.
 */
export const COMMON = `
  và của có người được các không một đã chúng ta trong là vào để này những quyền thể bản với số tôi đó bạn điều phải lại đồng
  tự sẽ ở đến từ khi thành tiếng con cho mọi năm chỉ xã tên công về hoặc nào ngày như chọn đầu trên làm bị chữ việc đường định
  nhân vụ ảnh cả do giờ theo hay hội gì ra cũng kết bài nhất bộ trước sự chính đảng hình hợp đều cơ ai hiện đang cách tin đi
  hai mục bà quyết chưa bọn động giá nói còn hãy đấu quan ý câu quốc sau văn trị sao gia lời thực ghi hành mới liệu lên trả họ
  đây nhiệm cao mở nếu thay đổi nơi bằng phố thì bắc ông tác đối khác cần trình kỳ bình dấu tiêu viên tiên bảo dân nghị liên
  cùng qua mình hơn thư thế phát tìm nhưng đội nguyên đại đâu mặt tài bỏ xuống hệ pháp phần nhiều tại lưu chiến tiếp thôn địa
  thị dưới tháng toàn tập dựng đề lần sống quân trang vị chức nước triển chú dòng phút tế trọng hưởng vùng bất đạt ngài bảng
  tâm phân dụng thứ tính vì vẫn chương vật nhập thông lúc tất mà thống thu thức hỏi trận kế xây phía dùng ngươi đánh tạo biểu
  ô đăng sửa lực chỗ kinh năng nó chuyển đặt cuộc đọc hàng tỷ thần trái viết trở hiệu danh hướng quả dịch biết gửi hoàn giáo
  lợi nhận cuối lúa thấy chủ thời vệ đủ thích ruộng mạnh bên nguồn vừa lớn tít thêm trung tham nữ hóa nông tượng xác điểm hộ
  nghiệp giữ máy dẫn cái bao mùa xóa thú đạo trường kiểm rồi lào lệnh xem riêng vi phương tay phụ ba giúp xuất tổ bàn đoạn
  ngôn mũi chế sinh độ đất nhau dạng bắt cứ tra mỗi hoạch ký dữ thắng kẻ muốn viện nên tử xe phấn trí phạm kiểu bán đồ đơn nội
  sách tốt cảnh màu đông quy i an thẻ chí từng kéo nếp cậu kể đẩy tuổi loại thương sử anh giải lệ thiết báo mẫu tiền học hộp
  rõ lý xếp chuyện vương sở luật chắc kiến tôn tư tuyên cụ hoàng tệp ẩn đình vàng đưa phép sức hạn chiếm vậy em tộc quá tắc
  đúng triệu sang nhấn giới biệt tổng chèn đáng nhà sổ nữa hòa dục nút dung cô cấp tội biến xa nam chắn rất hồi dài hiển cá
  lịch khẩu cửa xử thuộc sư doanh phục đầy hết ma gõ lãnh giữa nâng trích huy nghỉ bóng thưa cầu tới tăng minh chiếu trợ tiến
  thanh chết nhỏ góp chạy cột sân rộng ha rằng điện đĩa ấy phím nhìn đẳng nhật vượt mại huyện gặt âm phạt đóng diễn sông thân
  núi cảm a lặp mặc hiệp bậc thủ lập chứa áp chống dương chấm sản tùy sáng kiếm ngay xong quái khai trẻ gian diện thoại sắp cũ
  trách lượng nối vô ủy thường độc bốn nằm ngữ thang vài lửa gạch giống đảo bại lựa nay khỏi tục kiện cười phẩm tình dụ chịu
  mật mức chung tạ hoạt mắt gặp tím phóng tròn quản mến mạng truy cài lùn nghĩa thử vững ổ rời vọng nghĩ hạng tỉnh thúc hang
  mẹ thi cấu đời quán gạo đoàn tấn thù đỏ thừa quen quê khí sẵn thuật đặc nà chợ thửa cây tòa ban đỡ ứng khó nhiên hữu tận tối
  khả ngược lễ sĩ tả chiều đảm đứng chân cứu gần truyền gói mã đàn mất ví hy nhóm duyệt khởi hỏng tương phòng lâu bố cung
  tướng nổi tiết bào hạ giảm ngoài hàm tín vòng buộc lỗi lòng án tắt thổ chim ăn cộng so vốn dự gọi đậm chi xâm băng giả xin
  lấy nỗ cổ chối nêu hoa thật thung lũng hiểm đua phiên chuỗi bước nô ước di ngoặc dù giết chẳng coi tàn chào chúa ơn cập yếu
  lối hà đô nghiêng ít hôn nặng ngơi cân trực khiển gắn chín tàu bánh tùng thẳng thiếu chép đoán thấp thất tây phá thuận đích
  vuông trần vân sương tịch biển mau kênh bờ nghèo du rỗng lạc mô khẩn nghìn hằng chuột dáng trưa trống dãy trồng o in vấn nét
  kê thọ khăn đoạt trương trỏ xấu bấm rào lâm xuân hiến đám mạ quanh yêu táng mang chỉnh lính khắp xảy mừng nền trời cố biên
  đôi vua đuổi nhờ tải vui rồng vực thoát đen binh cánh khóa tim chuẩn khu vai nửa phản kích hầm ngang luôn dây giao thôi họa
  đòi toán tinh mươi tích loài tô quý siêu khoảng duy dừng phiếu đừng đấy chủng thái bật thả cải lẽ trạng nghe hắn lắm trò mềm
  góc nhớ tức giác kín tệ nạp cận kép vẽ thiệp trông thủy tuyến chia đài màn nhé bẩn bá can đồn suất đền cỡ cực buồn ngưỡng
  rút cam rác lo đức mũ trừ xoay khôi giành nua trú ngành hỗ chéo ghép già bây miền lương hiểu gốc cờ trật đá bởi khối hậu
  diệt thùng vẻ ngọn mưa dư lưới sàng loạn hồ y bớt soạn trao mưu thua ngôi lẻ khung dàn hút mối chứng sợ giấy liệt sai mua
  tám buổi nhanh cư sớm bê xanh hỏa ngô nhọn cục trốn châu lọc chiếc tiện nguyện kính thận ổn ích chất thiện cất tỏ kia khoa
  hẳn lá đột hương luyện quang tang vĩ trắng khắc luận nhằm áo phái nguy tam tiếc xứng ngừng ngập rừng phủ chìm dựa chảy phù
  chuyên u ánh cẩn sót dưa dốc đè quần phổ tiểu bày kịp phúc tuyết chụp bạo lao yên chơi tồn hòn mồi đa cường hoang ngoan bảy
  ác lớp xôi chuyến cán khách cạnh bức chút chóng thước cấm may la ngân dọc thác thóc ải phường sôi lĩnh đốc pha rau bối bệnh
  ngâm môn tóc đợi dứt kỹ tránh quãng mây da bí soát chuyền huống lô tố đỗ cấy tết xát đắt huân khán giọng bay phỏng suy bầu
  tầng ngắt bền chốn ninh tiềm hơi tông ngoái giám lò bón xay đợt cày khoảnh huynh lỡ huấn viếng điệu nghiên triệt tiễn tha
  cắm cặp biện ưu chứ phí máu ngăn canh bầy tước nhắc tách đòn ngốc khôn phông chờ chậm miễn cắt dán vẹn thậm đo nghệ giáp thờ
  khoản cảng vây kim trai cưỡi cuộn mong miệng sóng quỷ đổ thuyền gồm lục sâu phi đèn sát kỷ mảng lánh đau gậy ngựa khỏe khiến
  rập cử lượt tan tuyển đương bé tranh uy cầm trục thưởng chữa vũ móc mỹ chấp chặn cong họp cứng viền hủy triều buôn nhị mỏ
  kho lề hại thẩm thập mạo che khích hãi chăm sóc trăm vách đằng ấn ngón điền nhãn trăng giày lang gái trại căn thí khủng thao
  vận ghim to thịt hôi dần khuyên leo trứng tai ngụ trượt nhạc ngạc chà nháy quay hùng ngoại cha nỗi mai khuyến thở e sắc ly
  bơi xét lãi mèo đồi vinh bến rối mắn mệnh thảo điên bụi báu cơn thầy trễ thượng chồng á xương tuyệt niềm xẻ gỡ thợ xung môi
  đáp địch phu cự cướp hô huyền lăn giục đày hoại ống ngã khẳng vợ xúc lan dành tật song âu nhảy lông ngầm thách lược khớp dễ
  tồi hứa tấm hăng vu làng vịnh rèn dám lầy thuyết phong nghi trùng hổ niên mồ dở tuần luồng điển tốc phụng ốm lũy lưỡi uống
  viễn nắm bổ chó đêm tưởng lạnh tuy đun non giản gắng đầm lộ đỉnh lạ lồng nghề xoáy ngọc gió pháo xúi trúc càng cưỡng bênh
  giam bấy nạn đãi gìn tựu mười bề vĩnh giãn nhúng dõi bò thiên túi hồng giơ đạp nóng đẹp mẽ cạn nốt liễu tống đựng gục lũ
  trấn khúc lừa trộm kẹp bẫy dối tung ngủ bút nuôi giận móng chúc chặt linh phẩy hạt cà gây đeo gà mỳ gộp đệ suốt trì vâng
  trôi rơi bội đùa khói mùi thánh sánh mi rủa nộ thịnh ôi cụm mái cản lội than xuyên tạm khá vẫy cước nha đứt giáng trải ném
  xoắn hư trưởng rùa sừng sữa tắm gấu bọ đậu mì cốc hôm kèm xuôi lửng sung liền cuốn hông hồn đứa hung liều cai ầm phiến săn
  gác lui sọc thỏa bốc hoan vết lam phun mệt hào dưỡng tua đào thăng lộn buông việt lượn xông gỗ sơ lê đà mày đu thỏ lợn lẫn
  neo ràng lùi nháp phim nhiêu dò súc ngờ thăm sáu tán loa quên đống trào bão lãng cắp thảm thoải rắc mù mộ gương chấn chém
  sập sườn ớt mỉm rắn lành bùa răng cú nghiệm dàng sạch nén ca búa món lát cau rã dao thoi há khỉ bắp bông xích gấp mạch đếm
  khứ ngắn kịch trộn lỗ`
  .trim()
  .split(/\s+/);
