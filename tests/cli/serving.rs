//! The workbench as a program: where it listens, the line it prints, how it ends, and what it leaves behind.

use crate::cli::desk::{Desk, Outcome, PROJECT};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take before the test gives up; a loaded machine is slow.
const PATIENCE: Duration = Duration::from_secs(10);

/// A workbench that runs beside the test.
struct Served {
    child: Child,
    messages: BufReader<std::process::ChildStderr>,
    /// The line that it printed.
    line: String,
    port: u16,
}

impl Served {
    fn start(desk: &Desk, arguments: &[&str]) -> Self {
        let mut child = desk.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut messages = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        messages.read_line(&mut line).unwrap();
        let at = line.find("http://").unwrap_or_else(|| panic!("no address: {line}"));
        let port = line[at + "http://127.0.0.1:".len()..].split('/').next().unwrap().parse().unwrap();
        Self { child, messages, line: line.trim_end().to_owned(), port }
    }

    fn key(&self) -> &str {
        &self.line[self.line.find("/key/").unwrap()..]
    }

    /// Sends a request as it is; the connection stays open.
    fn ask(&self, head: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let length = body.len();
        let port = self.port;
        write!(
            stream,
            "{head} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nAccept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n"
        )
        .unwrap();
        stream
    }

    fn answer(&self, head: &str, cookie: &str, body: &str) -> String {
        let mut stream = self.ask(head, body);
        write!(stream, "Connection: close\r\nCookie: {cookie}\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Lets a browser in: its cookie.
    fn let_in(&self) -> String {
        let answer = self.answer(&format!("GET {}", self.key()), "", "");
        let (_, rest) = answer.split_once("set-cookie: ").unwrap_or_else(|| panic!("{answer}"));
        rest.split(';').next().unwrap().to_owned()
    }

    /// Opens the stream of changes.
    fn live(&self, cookie: &str) -> BufReader<TcpStream> {
        let mut stream = self.ask("GET /live", "");
        write!(stream, "Cookie: {cookie}\r\n\r\n").unwrap();
        let mut stream = BufReader::new(stream);
        let mut status = String::new();
        stream.read_line(&mut status).unwrap();
        assert_eq!(status, "HTTP/1.1 200 OK\r\n");
        stream
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([&format!("-{signal}"), &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end: how it ended, and after how long.
    fn end(mut self) -> (Outcome, Duration) {
        let began = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            if began.elapsed() > PATIENCE {
                self.child.kill().unwrap();
                panic!("it does not end");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let took = began.elapsed();
        let mut said = Vec::new();
        self.messages.read_to_end(&mut said).unwrap();
        let mut output = self.child.wait_with_output().unwrap();
        output.stderr = said;
        (Outcome::of(&output, &["serve"]), took)
    }
}

fn serve(desk: &Desk, more: &[&str]) -> Served {
    Served::start(desk, &[&["serve", "--no-open"], more].concat())
}

/// Reads events until one holds the words.
fn hear(stream: &mut BufReader<TcpStream>, words: &str) -> String {
    let mut line = String::new();
    while stream.read_line(&mut line).unwrap() > 0 {
        if line.contains(words) {
            return line;
        }
        line.clear();
    }
    panic!("the stream ended before {words:?}");
}

#[test]
fn it_says_one_address_and_nothing_more() {
    let desk = Desk::small();
    let served = serve(&desk, &[]);
    let (said, address) = served.line.split_once("http://").unwrap();
    assert_eq!(said, "De werkbank staat open op ");
    let (host, token) = address.split_once("/key/").unwrap();
    assert_eq!(host, format!("127.0.0.1:{}", served.port));
    assert!(token.len() == 64 && token.bytes().all(|digit| digit.is_ascii_hexdigit()), "{token}");
    let token = token.to_owned();
    let cookie = served.let_in();
    assert!(served.answer("GET /", &cookie, "").starts_with("HTTP/1.1 200 "));
    assert!(served.answer("GET /nergens", &cookie, "").starts_with("HTTP/1.1 404 "));
    assert!(served.answer(&format!("GET {}", served.key()), "", "").starts_with("HTTP/1.1 403 "));
    served.signal("TERM");
    let (outcome, _) = served.end();
    assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()), (Some(0), "", ""));
    for name in desk.names() {
        let path = desk.at(&name);
        if path.is_file() {
            let held = std::fs::read(path).unwrap();
            assert!(!held.windows(64).any(|bytes| bytes == token.as_bytes()), "the key is written in {name}");
        }
    }
}

#[test]
fn quiet_or_in_english_the_address_is_said() {
    let desk = Desk::small();
    for (arguments, said) in [(&["-q"][..], ""), (&["--language", "en"][..], "The workbench is open at ")] {
        let served = serve(&desk, arguments);
        assert!(served.line.starts_with(&format!("{said}http://127.0.0.1:")), "{}", served.line);
        served.signal("TERM");
        served.end().0.ended(0);
    }
}

#[test]
fn it_listens_on_this_machine_only() {
    let desk = Desk::small();
    let served = serve(&desk, &[]);
    let listening = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    let port = format!(":{:04X}", served.port);
    let ours: Vec<&str> = listening
        .lines()
        .filter_map(|line| line.split_whitespace().nth(1))
        .filter(|local| local.ends_with(&port))
        .collect();
    assert!(ours.iter().all(|local| local.starts_with("0100007F:")), "{ours:?}");
    let six = std::fs::read_to_string("/proc/net/tcp6").unwrap_or_default();
    assert!(!six.lines().any(|line| line.split_whitespace().nth(1).is_some_and(|local| local.ends_with(&port))));
    // Another address of this machine, where it has one.
    let asked = std::net::UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    if let Ok(SocketAddr::V4(outward)) = asked
        && !outward.ip().is_loopback()
    {
        let refused = TcpStream::connect_timeout(&(*outward.ip(), served.port).into(), Duration::from_secs(2));
        assert!(refused.is_err(), "it answers at {outward}");
    }
    served.signal("TERM");
    served.end().0.ended(0);
}

#[test]
fn it_ends_when_told_to_with_streams_open_and_leaves_one_file() {
    for signal in ["TERM", "INT", "HUP"] {
        let desk = Desk::small();
        let before = desk.steps();
        let served = serve(&desk, &[]);
        let cookie = served.let_in();
        let mut streams = [served.live(&cookie), served.live(&cookie)];
        let done = served.answer("POST /do/undo", &cookie, "back=/");
        assert!(done.starts_with("HTTP/1.1 "), "{done}");
        desk.does(&["code", "add", "van buiten"]);
        hear(&mut streams[0], "van buiten");
        served.signal(signal);
        let (outcome, took) = served.end();
        outcome.ended(0);
        println!("SIG{signal}: ended in {} ms with two streams open", took.as_millis());
        let mut rest = String::new();
        let _ = streams[1].read_to_string(&mut rest);
        let names: Vec<String> = desk.names().into_iter().filter(|name| name.starts_with(PROJECT)).collect();
        let odd = |name: &&String| ![PROJECT, "studie.codeboom.index"].contains(&name.as_str());
        assert!(names.iter().find(odd).is_none(), "{names:?}");
        // Byte 18 tells how the file is written: 1 is one file, 2 needs others beside it.
        assert_eq!(desk.bytes(PROJECT)[18], 1, "SIG{signal}: the file still wants others beside it");
        assert!(desk.steps() > before);
        desk.is_sound();
    }
}

#[test]
fn what_another_process_does_is_told_to_every_browser() {
    let desk = Desk::small();
    let served = serve(&desk, &["--coder", "noor"]);
    let cookie = served.let_in();
    let mut streams = [served.live(&cookie), served.live(&cookie)];
    for name in ["de eerste", "de tweede"] {
        let began = Instant::now();
        desk.does(&["code", "add", name, "--coder", "daan"]);
        for stream in &mut streams {
            let heard = hear(stream, name);
            assert!(heard.contains("\"actor\":\"daan\"") && heard.contains("\"tab\":\"\""), "{heard}");
        }
        println!("written and heard after {} ms", began.elapsed().as_millis());
    }
    // Who was away hears what was missed.
    let since = desk.steps() - 2;
    let mut late = served.ask(&format!("GET /live?since={since}"), "");
    write!(late, "Cookie: {cookie}\r\n\r\n").unwrap();
    let mut late = BufReader::new(late);
    hear(&mut late, "de eerste");
    hear(&mut late, "de tweede");
    served.signal("TERM");
    served.end().0.ended(0);
}

/// An act in the browser just after one of another process: both are told, each once and in order.
#[test]
fn no_change_falls_between_two_looks() {
    let desk = Desk::small();
    let served = serve(&desk, &["--coder", "noor"]);
    let cookie = served.let_in();
    let mut stream = served.live(&cookie);
    let mut expected = Vec::new();
    for at in 0..6 {
        desk.does(&["code", "add", &format!("code {at}"), "--coder", "noor"]);
        let done = served.answer("POST /do/undo", &cookie, "");
        assert!(done.starts_with("HTTP/1.1 200 "), "{done}");
        let last = desk.steps();
        expected.extend([last - 1, last]);
    }
    let mut heard = Vec::new();
    while heard.len() < expected.len() {
        let line = hear(&mut stream, "\"number\":");
        let (_, rest) = line.split_once("\"number\":").unwrap();
        heard.push(rest.split(',').next().unwrap().parse::<u64>().unwrap());
    }
    assert_eq!(heard, expected);
    served.signal("TERM");
    served.end().0.ended(0);
}

#[test]
fn without_a_command_the_workbench_opens() {
    let desk = Desk::small();
    // No program that opens addresses is found there, so that no browser opens.
    let mut command = desk.command(&[]);
    command.env("PATH", desk.path()).env_remove("DISPLAY");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut messages = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    messages.read_line(&mut line).unwrap();
    assert!(line.contains("http://127.0.0.1:"), "{line}");
    line.clear();
    messages.read_line(&mut line).unwrap();
    assert_eq!(line, "Er ging geen browser open. Open het adres zelf.\n");
    Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn what_cannot_be_served_is_said() {
    let desk = Desk::small();
    let taken = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    desk.refuses(&["serve", "--no-open", "--port", &port]).says(&[&port]);
    desk.refuses(&["serve", "--no-open", "-p", "nergens.codeboom"]).says(&["nergens.codeboom"]);
    desk.write("stuk.codeboom", "geen project");
    desk.refuses(&["serve", "--no-open", "-p", "stuk.codeboom"]).says(&["stuk.codeboom"]);
}

#[test]
fn a_port_that_was_used_just_now_can_be_used_again() {
    let desk = Desk::small();
    let served = serve(&desk, &[]);
    let port = served.port.to_string();
    let cookie = served.let_in();
    let _stream = served.live(&cookie);
    served.signal("TERM");
    served.end().0.ended(0);
    let again = serve(&desk, &["--port", &port]);
    assert!(again.answer("GET /keys", &cookie, "").starts_with("HTTP/1.1 403 "), "an old cookie opens nothing");
    again.signal("TERM");
    again.end().0.ended(0);
}

#[test]
fn two_workbenches_over_one_project_hear_of_each_other() {
    let desk = Desk::small();
    let (one, other) = (serve(&desk, &["--coder", "noor"]), serve(&desk, &["--coder", "daan"]));
    let (cookie, other_cookie) = (one.let_in(), other.let_in());
    let mut stream = other.live(&other_cookie);
    desk.does(&["code", "add", "samen", "--coder", "noor"]);
    hear(&mut stream, "samen");
    assert!(one.answer("POST /do/undo", &cookie, "").starts_with("HTTP/1.1 200 "));
    hear(&mut stream, "\"actor\":\"noor\"");
    one.signal("TERM");
    one.end().0.ended(0);
    assert!(other.answer("GET /", &other_cookie, "").starts_with("HTTP/1.1 200 "), "the other goes on");
    other.signal("TERM");
    other.end().0.ended(0);
    assert_eq!(desk.bytes(PROJECT)[18], 1, "the last one out leaves one file");
    desk.is_sound();
}

/// Where nothing may be written the study can still be read.
#[cfg(unix)]
#[test]
fn a_project_that_can_only_be_read_is_shown() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::small();
    std::fs::set_permissions(desk.at(PROJECT), std::fs::Permissions::from_mode(0o444)).unwrap();
    let before = desk.bytes(PROJECT);
    let served = serve(&desk, &[]);
    let cookie = served.let_in();
    assert!(served.answer("GET /", &cookie, "").starts_with("HTTP/1.1 200 "));
    // Whoever may write everywhere, such as root, writes here too.
    let answer = served.answer("POST /do/undo", &cookie, "");
    assert!(answer.starts_with("HTTP/1.1 409 ") || answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let refused = answer.starts_with("HTTP/1.1 409 ");
    served.signal("TERM");
    served.end().0.ended(0);
    assert!(!refused || desk.bytes(PROJECT) == before);
}
