// The words of the made stories (see prose.ts): the registers of a Vietnamese provincial newspaper. In each list the most
// used stand first; they are drawn by Zipf's law. People, places below the province and figures are invented.

const list = (text: string): readonly string[] => text.split(/\s*[|\n]\s*/).filter((entry) => entry !== '');

/** What a subject is, does, to what, and how it went on; a headline's end; who speaks. */
export type Register = {
  kicker: string;
  subjects: readonly string[];
  verbs: readonly string[];
  objects: readonly string[];
  details: readonly string[];
  units: readonly string[];
};

const administration: Register = {
  kicker: 'Chính trị - Xã hội',
  subjects:
    list(`UBND tỉnh|HĐND tỉnh|Tỉnh ủy|Đảng bộ tỉnh|Ban Thường vụ Tỉnh ủy|UBND huyện|Đảng bộ thành phố|các sở, ngành
    chính quyền cơ sở|Mặt trận Tổ quốc tỉnh|Hội Liên hiệp Phụ nữ|Đoàn Thanh niên|Sở Nội vụ|Sở Tài chính|tổ công tác
    Hội Cựu chiến binh|Thanh tra tỉnh|Liên đoàn Lao động|Ủy ban Kiểm tra|Hội Nông dân|Sở Tư pháp|Văn phòng UBND tỉnh`),
  verbs:
    list(`triển khai|ban hành|thông qua|đẩy mạnh|tổ chức|hoàn thành|phê duyệt|kiểm tra|quán triệt|giám sát|rà soát|sơ kết
    lấy ý kiến|công bố|điều chỉnh|tổng kết|tháo gỡ|kiện toàn|bãi bỏ|đối thoại về`),
  objects: list(`nghị quyết|chương trình hành động|kế hoạch phát triển kinh tế - xã hội|công tác cải cách hành chính
    dự toán ngân sách|quy hoạch chung|dự án trọng điểm|chỉ tiêu nhiệm kỳ|đề án sắp xếp đơn vị hành chính|dịch vụ công trực tuyến
    chính sách an sinh|công tác dân vận|quy chế phối hợp|tiếp công dân|giải phóng mặt bằng|chuyển đổi số|nhà ở xã hội
    đơn thư khiếu nại|quỹ vì người nghèo|biên chế|hòa giải ở cơ sở|thẻ căn cước`),
  details:
    list(`theo đúng tiến độ đề ra|với sự đồng thuận của nhân dân|gắn với xây dựng nông thôn mới|trong toàn hệ thống chính trị
    nhằm nâng cao mức sống của người dân|bảo đảm công khai, minh bạch|sát với tình hình thực tế|trước khi trình kỳ họp thứ
    góp phần giữ vững an ninh trật tự|không để xảy ra điểm nóng|với quyết tâm chính trị cao|thay cho quy định cũ`),
  units: list('tỷ đồng|%|chỉ tiêu|hộ nghèo|đảng viên|đại biểu|ý kiến|hồ sơ|tổ chức đảng|thủ tục'),
};

const agriculture: Register = {
  kicker: 'Kinh tế',
  subjects:
    list(`bà con nông dân|Sở Nông nghiệp và Môi trường|hợp tác xã|người trồng cà phê|các hộ chăn nuôi|Trạm Khuyến nông
    doanh nghiệp thu mua|hộ nuôi tôm|tổ hợp tác|người trồng lúa|nhà vườn|Chi cục Thú y|chủ trang trại|thương lái|ngư dân
    Hạt Kiểm lâm|người trồng sầu riêng|Công ty Thủy lợi|người nuôi ong`),
  verbs:
    list(`thu hoạch|mở rộng|xuống giống|chuyển đổi|phòng chống|xuất khẩu|chăm sóc|liên kết tiêu thụ|tái đàn|áp dụng|tưới
    đầu tư|trồng thử|bón|khôi phục|cấp mã số cho|thả nuôi|sơ chế|phơi`),
  objects:
    list(`vụ lúa đông xuân|vụ hè thu|cây ăn quả|cà phê|hồ tiêu|rau an toàn|dưa leo trong nhà lưới|đàn lợn|đàn bò sữa|vùng trồng
    sản phẩm OCOP|dịch tả lợn châu Phi|rừng sản xuất|chè|sầu riêng|tôm thẻ chân trắng|mía nguyên liệu|khoai lang|phân hữu cơ
    thanh long|hệ thống tưới nhỏ giọt|cá lồng|mật ong|quế|nấm rơm|bưởi da xanh|sâu keo mùa thu|đàn gia cầm`),
  details:
    list(`cho năng suất cao hơn năm trước|với giá bán ổn định|theo hướng hữu cơ|nhờ nguồn nước dồi dào|dù giá phân bón tăng
    theo tiêu chuẩn VietGAP|trên đất kém hiệu quả|ngay từ đầu vụ|giúp nhiều hộ thoát nghèo|bất chấp nắng hạn kéo dài
    qua hợp đồng bao tiêu|bằng giống mới|để kịp thời vụ|nhờ vốn vay ưu đãi`),
  units: list('tấn|ha|triệu đồng|tạ/ha|con|hộ|đồng/kg|nghìn cây|tổ viên|lồng'),
};

const health: Register = {
  kicker: 'Y tế',
  subjects:
    list(`Sở Y tế|Bệnh viện Đa khoa tỉnh|các bác sĩ|Trung tâm Kiểm soát bệnh tật|trạm y tế xã|ngành y tế|bệnh nhân
    Bảo hiểm xã hội tỉnh|đội ngũ điều dưỡng|Bệnh viện Sản Nhi|người cao tuổi|đoàn y bác sĩ tình nguyện|Hội Chữ thập đỏ
    khoa Cấp cứu|nhà thuốc|phụ huynh|khoa Nhi|y tế thôn bản`),
  verbs:
    list(`khám, chữa|tiêm|điều trị|phát hiện|cảnh báo|tiếp nhận|phẫu thuật|phun hóa chất diệt|cứu sống|tư vấn|giám sát|xét nghiệm
    cấp phát|ghép|tập huấn về|hiến`),
  objects:
    list(`bệnh nhân|vắc xin|sốt xuất huyết|tay chân miệng|bệnh sởi|thẻ bảo hiểm y tế|ca bệnh nặng|ổ dịch|bệnh không lây nhiễm
    máu tình nguyện|an toàn thực phẩm|thuốc điều trị|cúm mùa|sức khỏe sinh sản|đột quỵ|ngộ độc nấm|viêm phổi|bệnh dại|thận
    hồ sơ sức khỏe điện tử|tăng huyết áp|suy dinh dưỡng`),
  details:
    list(`trong tình trạng nguy kịch|sau nhiều giờ cấp cứu|miễn phí cho đồng bào vùng sâu|ngay tại tuyến xã|khi thời tiết giao mùa
    không có biến chứng|tăng so với cùng kỳ|và đã xuất viện|theo khuyến cáo của Bộ Y tế|bằng kỹ thuật mới
    để tránh lây lan|nhất là trẻ dưới 5 tuổi`),
  units: list('ca|liều|lượt người|giường bệnh|đơn vị máu|%|bệnh nhân|ổ dịch|triệu đồng|mẫu'),
};

const sports: Register = {
  kicker: 'Thể thao',
  subjects:
    list(`đội chủ nhà|huấn luyện viên|đội tuyển tỉnh|các cầu thủ|đội khách|vận động viên|thủ môn|người hâm mộ|tiền đạo
    ban tổ chức|câu lạc bộ|đội trưởng|trọng tài|kỳ thủ|đoàn thể thao tỉnh|hàng phòng ngự|tay vợt|võ sĩ|cua rơ`),
  verbs:
    list(`giành|ghi|thắng|để thua|cầm hòa|bảo vệ|vượt qua|dẫn trước trong|lỡ hẹn với|khai mạc|chuẩn bị cho|phá|bước vào|đăng cai
    chia tay|mở tỷ số trong`),
  objects:
    list(`trận đấu|bàn thắng|huy chương vàng|giải vô địch|vòng loại|chung kết|vé thăng hạng|ba điểm|hiệp hai|giải việt dã
    tấm huy chương bạc|giải bóng chuyền|kỷ lục|loạt luân lưu|cúp quốc gia|đại hội thể dục thể thao|quả phạt đền|giải cờ vua
    chặng đua|hội vật đầu xuân|giải đua thuyền`),
  details:
    list(`trên sân nhà|ở phút bù giờ|trước đông đảo khán giả|sau loạt sút luân lưu|dù chơi thiếu người|bằng lối chơi kỷ luật
    để vươn lên nhóm đầu|trong thế trận giằng co|nhờ cú sút xa|sau khi hội quân|lần đầu tiên trong lịch sử|dưới cơn mưa nặng hạt`),
  units: list('điểm|bàn|huy chương|vận động viên|phút|trận|khán giả|km|giây'),
};

const weather: Register = {
  kicker: 'Thời tiết',
  subjects:
    list(`Đài Khí tượng Thủy văn tỉnh|không khí lạnh|mưa lớn|cơn bão|lực lượng cứu hộ|Ban Chỉ huy phòng thủ dân sự|lũ ống
    áp thấp nhiệt đới|nắng nóng|bộ đội|chính quyền xã|nước lũ|dông lốc|triều cường|rét đậm|lực lượng biên phòng|sương mù`),
  verbs:
    list(`gây ra|làm ngập|cảnh báo|di dời|cuốn trôi|khắc phục|gây thiệt hại cho|ảnh hưởng đến|làm tốc mái|chia cắt|tìm kiếm|gia cố
    ứng phó với|làm sạt lở|tiếp tế|thông|nhấn chìm`),
  objects:
    list(`nhà dân|tuyến đường|hoa màu|mưa đá|sạt lở đất|vùng trũng thấp|hồ chứa|đê bao|người mất tích|lũ quét|cầu tạm|lưới điện
    tàu thuyền|cây xanh|ngập lụt|băng giá|trường học|quốc lộ|xâm nhập mặn|hạn hán|kè sông|bản làng`),
  details:
    list(`trong đêm|trên diện rộng|ở các huyện miền núi|khi mực nước lên nhanh|trước khi bão đổ bộ|không có thiệt hại về người
    đến hết tuần này|cao hơn mức báo động ba|kèm gió giật mạnh|do mưa kéo dài|ngay trong ngày|với tinh thần bốn tại chỗ`),
  units: list('mm|nhà|ha|hộ dân|điểm sạt lở|tỷ đồng|m³|cột điện|người|km'),
};

export const REGISTERS: readonly Register[] = [administration, agriculture, health, sports, weather];

export const OPENINGS =
  list(`theo đó|cụ thể|bên cạnh đó|trong khi đó|tuy nhiên|ngoài ra|đáng chú ý|trước đó|nhờ vậy|đến nay
  hiện nay|đồng thời|thời gian qua|trong năm qua|mặt khác|thực tế cho thấy|với cách làm ấy|sau đó|ở chiều ngược lại|rốt cuộc`);
export const LINKS = list(`và|nhưng|để|vì|khi|do|nên|song|mà|nếu|trong khi|cũng như|bởi|dù|rồi`);
export const QUALIFIERS =
  list(`của tỉnh|của địa phương|của huyện|trên địa bàn|của người dân|trong thời gian tới|của cả nước
  trong những năm gần đây|của các xã vùng cao|cho các hộ khó khăn|của nhiệm kỳ này|tại các khu dân cư|từ nguồn xã hội hóa
  ở vùng biên giới|giữa các cụm thi đua|quanh hồ|dọc bờ sông|của làng nghề`);
export const MODES = list(
  `đã|đang|sẽ|tiếp tục|vừa|phải|cũng|có thể|cần|chưa|từng bước|kịp thời|chủ động|lại|sớm|khó|không|quyết`,
);
export const ROLES =
  list(`Chủ tịch UBND xã|Giám đốc Sở|Bí thư Đảng ủy|Trưởng thôn|Phó Chủ tịch UBND huyện|Giám đốc hợp tác xã
  bác sĩ|Trưởng phòng|nông dân|huấn luyện viên|Chủ nhiệm câu lạc bộ|cán bộ khuyến nông|Trưởng bản|Thiếu tá`);
export const FAMILIES = list(
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Đặng|Bùi|Nông|Lò|Đỗ|Hà|Ma|Vi|Triệu|Đinh|Quàng|Hứa|Lục|Giàng|Y|Thạch',
);
export const MIDDLES = list('Văn|Thị|Đức|Minh|Quang|Thanh|Hữu|Ngọc|Xuân|Thu|Công|Bích|Mạnh|Kim|A|Khánh|Thúy|Đình');
export const GIVEN =
  list(`Hùng|Lan|Dũng|Hương|Tuấn|Hoa|Sơn|Mai|Hải|Thảo|Long|Nga|Khoa|Yến|Bình|Phượng|Tú|Oanh|Thắng|Duyên|Páo|Sinh
  Toàn|Vân|Đạt|Quỳnh|Kiên|Huệ|Nghĩa|Diệp|Trường|Loan|Khuê|Hiếu|Ngân|Tráng|Mỷ|Bảy|Cường|Như`);
export const PLACES =
  list(`Bắc Kạn|Đắk Lắk|Lạng Sơn|Nghệ An|Cao Bằng|Quảng Nam|Gia Lai|Cà Mau|Hà Giang|Bến Tre|Sơn La|Phú Yên|Lào Cai
  Kiên Giang|Thái Nguyên|Kon Tum|Điện Biên|Trà Vinh|Quảng Trị|Đồng Tháp`);
/** Halves of the made names of communes: 26 x 24 of them, a long tail as real gazetteers have one. */
export const PLACE_HEADS = list(
  'Tân|Phú|Bình|Yên|Thanh|Nà|Vĩnh|Ea|Mường|Đồng|Khuổi|Bản|An|Hòa|Cư|Thượng|Hạ|Long|Cẩm|Ia|Nậm|Sín|Đak|Xuân|Tà|Lũng',
);
export const PLACE_TAILS = list(
  'Sơn|Lộc|Thịnh|Hưng|Phong|Mỹ|Trạch|Khương|Pết|Kuêh|Giang|Thủy|Bồng|Lương|Châu|Hiệp|Chải|Lủ|Phìn|Knuếc|Điền|Vang|Rsai|Xá',
);
