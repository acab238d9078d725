<?php
// What a web server's rewrite rules do: a file as it is, a folder's index.php, everything else to WordPress.
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ($path !== '/' && is_file($file)) return false;
$script = is_dir($file) && is_file(rtrim($file, '/') . '/index.php') ? rtrim($path, '/') . '/index.php' : '/index.php';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
chdir(dirname($_SERVER['DOCUMENT_ROOT'] . $script));
require $_SERVER['DOCUMENT_ROOT'] . $script;
