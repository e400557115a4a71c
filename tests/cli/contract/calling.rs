//! How a command is called: exit codes, options, environment, streams.

use crate::cli::desk::{Desk, PROJECT};
use std::process::Stdio;

#[test]
fn exit_codes_tell_how_it_ended() {
    let desk = Desk::small();
    desk.run(&["transcripts"]).ended(0);
    desk.run(&["search", "onvindbaar"]).ended(0);
    desk.run(&["show", "bestaatniet"]).ended(1);
    for usage in [&["zoek"][..], &["search"], &["search", "was", "--limit", "veel"], &["code", "apply", "x"]] {
        desk.leaves_alone(usage).ended(2);
    }
    desk.write("kapot.codeboom", &desk.bytes(PROJECT)[..20_000]);
    desk.run(&["transcripts", "-p", "kapot.codeboom"]).ended(3).says(&["beschadigd", "codeboom doctor"]);
}

#[test]
fn help_and_version_are_data() {
    let desk = Desk::empty();
    for arguments in [&["--help"][..], &["--version"], &["import", "--help"], &["codebook", "import", "--help"]] {
        let outcome = desk.does(arguments);
        assert!(!outcome.stdout.is_empty() && outcome.stderr.is_empty(), "{outcome:?}");
    }
    desk.does(&["search", "--help"]).shows(&["Voorbeelden:", "codeboom search schaamte"]);
    let script = desk.does(&["completions", "bash"]).stdout;
    let all = desk.does(&["--help"]).stdout;
    desk.does(&["man", "--out", "man"]);
    for command in ["import", "codebook", "search", "quotes", "taxonomy", "report", "undo", "doctor"] {
        assert!(all.contains(&format!("  {command} ")) && script.contains(command), "{command}");
        assert!(desk.text(&format!("man/codeboom-{command}.1")).contains("codeboom"), "{command}");
    }
}

#[test]
fn options_stand_before_or_after_the_command() {
    let desk = Desk::small();
    std::fs::rename(desk.at(PROJECT), desk.at("ergens.codeboom")).unwrap();
    desk.does(&["new", "ander"]);
    let before = desk.does(&["-p", "ergens.codeboom", "--format", "json", "--quiet", "search", "buren"]);
    for arguments in [
        &["search", "buren", "--project", "ergens.codeboom", "--format", "json", "-q"][..],
        &["search", "-q", "--format=json", "buren", "--project=ergens.codeboom"],
        &["--quiet", "search", "buren", "--format", "json", "-p", "ergens.codeboom"],
    ] {
        assert_eq!(desk.does(arguments).stdout, before.stdout, "{arguments:?}");
    }
    assert!(before.stdout.contains("\"total\"") && before.stderr.is_empty());
    desk.does(&["--format", "csv", "codebook", "show", "-p", "ergens.codeboom"]).shows(&["vuile was"]);
}

#[test]
fn the_project_is_the_named_one_else_that_of_the_environment_else_the_only_one_here() {
    let desk = Desk::small();
    desk.does(&["transcripts"]).shows(&["riek"]);
    desk.does(&["new", "tweede.codeboom"]);
    desk.run(&["transcripts"]).ended(1).says(&[PROJECT, "tweede.codeboom", "-p"]);
    let mut command = desk.command(&["transcripts"]);
    let output = command.env("CODEBOOM_PROJECT", desk.at(PROJECT)).output().unwrap();
    assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("riek"));
    let mut command = desk.command(&["transcripts", "-p", "tweede.codeboom", "--format", "json"]);
    let output = command.env("CODEBOOM_PROJECT", desk.at(PROJECT)).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"total\": 0"));
    Desk::empty().run(&["transcripts"]).ended(1).says(&["codeboom new", "codeboom demo"]);
}

#[test]
fn who_acts_is_the_named_one_else_that_of_the_environment_else_the_login_name() {
    let desk = Desk::new();
    let actor = |at: usize| desk.json(&["history"])["entries"][at]["actor"].as_str().unwrap().to_owned();
    desk.does(&["code", "add", "een"]);
    desk.does(&["code", "add", "twee", "--coder", "Daan"]);
    desk.does(&["--coder", "Daan", "code", "add", "drie"]);
    let environment = |arguments: &[&str], name: &str, value: &str| {
        assert!(desk.command(arguments).env_remove("USER").env(name, value).status().unwrap().success());
    };
    environment(&["-q", "code", "add", "vier"], "CODEBOOM_CODER", "Eva");
    environment(&["-q", "code", "add", "vijf", "--coder", "Daan"], "CODEBOOM_CODER", "Eva");
    environment(&["-q", "code", "add", "zes"], "CODEBOOM_CODER", "  ");
    let actors: Vec<String> = (1..7).map(actor).collect();
    assert_eq!(actors, ["lotte", "Daan", "Daan", "Eva", "Daan", "codeur"]);
}

#[test]
fn who_acts_filters_nothing() {
    let desk = Desk::small();
    for command in [&["quotes"][..], &["search", "de"], &["codings", "export"], &["taxonomy"]] {
        let plain = desk.does(&[command, &["--format", "json"]].concat()).stdout;
        assert_eq!(desk.does(&[command, &["--format", "json", "--coder", "niemand"]].concat()).stdout, plain);
    }
    let all = desk.json(&["quotes"])["total"].as_u64().unwrap();
    let of_daan = desk.json(&["quotes", "--coded-by", "daan", "--coder", "lotte"])["total"].as_u64().unwrap();
    assert!(0 < of_daan && of_daan < all, "{of_daan} of {all}");
}

#[test]
fn data_goes_to_stdout_and_messages_to_stderr() {
    let desk = Desk::small();
    let reading: &[&[&str]] = &[
        &["transcripts"],
        &["cases"],
        &["participants"],
        &["codebook", "show"],
        &["codebook", "export"],
        &["codings", "export"],
        &["quotes"],
        &["taxonomy"],
        &["search", "buren"],
        &["show", "riek"],
        &["history"],
    ];
    for command in reading {
        let loud = desk.does(command);
        assert!(!loud.stdout.is_empty(), "{loud:?}");
        let quiet = desk.does(&[command, &["--quiet"][..]].concat());
        assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), (loud.stdout.as_str(), ""), "{command:?}");
    }
    for command in [
        &["code", "add", "nieuw"][..],
        &["code", "apply", "nieuw", "--in", "jan", "--lines", "1"],
        &["undo"],
        &["redo"],
        &["finish", "jan"],
        &["doctor"],
        &["settings", "--title", "Thuis in het dorp"],
        &["report", "--out", "rapport"],
        &["backup", "kopie.codeboom"],
    ] {
        let outcome = desk.does(&[command, &["-p", PROJECT]].concat());
        assert!(outcome.stdout.is_empty() && !outcome.stderr.is_empty(), "{outcome:?}");
    }
    let quiet = desk.does(&["--quiet", "code", "add", "stil", "-p", PROJECT]);
    assert!(quiet.stdout.is_empty() && quiet.stderr.is_empty(), "{quiet:?}");
    desk.run(&["--quiet", "show", "niemand", "-p", PROJECT]).ended(1).says(&["niemand"]);
}

#[test]
fn messages_speak_the_language_of_the_project_or_the_one_asked_for() {
    let desk = Desk::new();
    desk.run(&["show", "x"]).ended(1).says(&["fout: Er is geen transcript ‘x’."]);
    desk.run(&["show", "x", "--language", "en"]).ended(1).says(&["error: ", "‘x’"]);
    desk.does(&["settings", "--project-language", "en"]);
    desk.run(&["show", "x"]).ended(1).says(&["error: ", "‘x’"]);
    desk.run(&["--language", "nl", "show", "x"]).ended(1).says(&["fout: Er is geen transcript ‘x’."]);
    let keys = |language: &str| desk.does(&["transcripts", "--format", "json", "--language", language]).stdout;
    assert_eq!(keys("nl"), keys("en"));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let desk = Desk::example();
    let reading: &[&[&str]] = &[
        &["search", "de", "--limit", "0"],
        &["search", "de", "--limit", "0", "--format", "json"],
        &["search", "de", "--limit", "0", "--format", "csv"],
        &["quotes"],
        &["quotes", "--format", "json"],
        &["quotes", "--format", "csv"],
        &["quotes", "--format", "md"],
        &["codings", "export"],
        &["codebook", "show"],
        &["codebook", "show", "--format", "csv"],
        &["codebook", "show", "--format", "json"],
        &["codebook", "show", "--format", "md"],
        &["transcripts"],
        &["history"],
        &["show", "casus1-riek-start"],
        &["taxonomy", "Hoe de zorg verschuift", "--layout", "outline"],
        &["completions", "bash"],
        &["--help"],
    ];
    for arguments in reading {
        let mut child = desk.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        assert!(!said.contains("fout") && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_is_broken() {
    let desk = Desk::small();
    for arguments in [&["quotes"][..], &["codings", "export"], &["transcripts", "--format", "csv"], &["show", "jan"]] {
        let full = std::fs::File::create("/dev/full").unwrap();
        let output = desk.command(arguments).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{arguments:?}: {said}");
        assert!(said.contains("de schijf is vol"), "{arguments:?}: {said}");
    }
}
