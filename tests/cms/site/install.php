<?php
// Installs the site in argv[1], with one user of each role; prints their ids, names and application passwords as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_new_blog_notification() {}
add_filter('pre_wp_mail', '__return_true');

$site = wp_install('Tòa soạn thử nghiệm', 'admin', 'admin@example.test', false, '', 'admin-login');
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Asia/Ho_Chi_Minh');
flush_rewrite_rules(false);

$ids = ['admin' => $site['user_id']];
foreach (['editor', 'author', 'contributor'] as $role) {
    $ids[$role] = wp_insert_user([
        'user_login' => $role,
        'user_pass' => "$role-login",
        'user_email' => "$role@example.test",
        'role' => $role,
        'display_name' => ucfirst($role),
    ]);
}
$users = [];
foreach ($ids as $name => $id) {
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'copydesk']);
    // As the profile page shows it: in groups of four.
    $users[$name] = ['id' => $id, 'user' => $name, 'password' => WP_Application_Passwords::chunk_password($password)];
}
echo json_encode($users);
