//! What the program says of itself, and to a command line that it does not understand.

use expect_test::expect;

use super::Desk;

#[test]
fn the_help_teaches() {
    Desk::new().run(&["--help"]).ends(0).says(&expect![""]).prints(&expect![[r#"
        Turns newspaper articles into a place to read them: a site, or one HTML file, with no server behind
        it

        Usage: newsprint [OPTIONS] <COMMAND>

        Commands:
          build     Writes a site as a folder, as one HTML file, or both
          serve     Shows the site in a browser on this machine, and again whenever a file changes
          inspect   Shows what was understood of the articles, as an outline or as JSON
          entities  Lists who and what the articles speak of, doubts first, to start an entities.toml from
          search    Finds every place where a query is answered, as the page's search box does
          init      Writes a first newsprint.toml, entities.toml and article to start from; never overwrites
          help      Print this message or the help of the given subcommand(s)

        Options:
          -v, --verbose  Show notes too, not only warnings and errors
          -h, --help     Print help
          -V, --version  Print version

        Examples:
          newsprint init                                a first newsprint.toml and article to start from
          newsprint serve articles/                     look at it, and again whenever a file changes
          newsprint build articles/ -o site/            a folder for any static host
          newsprint build page.txt --single page.html   one file that opens from disk
          newsprint inspect page.txt                    what was understood of a page

        Exit codes:
          0  done
          1  could not
          2  the command line was not understood
          3  done, but some input could not be used
    "#]]);
    Desk::new().run(&["inspect", "--help"]).ends(0).prints(&expect![[r#"
        Shows what was understood of the articles, as an outline or as JSON

        Usage: newsprint inspect [OPTIONS] <INPUT>...

        Arguments:
          <INPUT>...
                  Files and folders of articles; - for standard input; a pattern such as 'pages/**/*.txt'.
                  Text, Markdown, HTML, JSON, CSV, DOCX and EPUB are read, and .zip, .gz and .xz of them. Of
                  a folder everything is read but hidden files, newsprint.toml and entities.toml. These two
                  may lie in the articles' folder or the one above: the first sets title, language, theme
                  and kinds of entities, the second corrects names.

        Options:
              --config <FILE>
                  The newsprint.toml to use, wherever it lies

              --title <TITLE>
                  The site's name; otherwise newsprint.toml's, or that of the first INPUT

              --json
                  Print articles, entities and diagnostics as JSON

              --why
                  Show each line of a pasted page with the rules that judged it: whether it is a heading,
                  goes on with the line before, opens a story

              --diff
                  Show each line of a file with what became of it

          -v, --verbose
                  Show notes too, not only warnings and errors

          -h, --help
                  Print help (see a summary with '-h')

        Examples:
          newsprint inspect page.txt
          newsprint inspect -v articles/                with everything there is to note
          newsprint inspect --diff page.txt             each line, and what became of it
          newsprint inspect --why page.txt              and which rules said so
          newsprint inspect --json page.txt | jq -r '.articles[].headline'

        The form of the JSON is described in docs/inspect.schema.json.
    "#]]);
    Desk::new().run(&["init", "--help"]).ends(0).prints(&expect![[r#"
        Writes a first newsprint.toml, entities.toml and article to start from; never overwrites

        Usage: newsprint init [OPTIONS] [DIR]

        Arguments:
          [DIR]  The folder to start in; made where there is none [default: .]

        Options:
          -v, --verbose  Show notes too, not only warnings and errors
          -h, --help     Print help
    "#]]);
}

#[test]
fn a_command_line_that_is_not_understood_ends_with_2() {
    let desk = Desk::new();
    desk.run(&[]).ends(2);
    desk.run(&["inspekt"]).ends(2).says(&expect![[r#"
        error: unrecognized subcommand 'inspekt'

          tip: a similar subcommand exists: 'inspect'

        Usage: newsprint [OPTIONS] <COMMAND>

        For more information, try '--help'.
    "#]]);
    desk.run(&["inspect"]).ends(2).says(&expect![[r#"
        error: the following required arguments were not provided:
          <INPUT>...

        Usage: newsprint inspect <INPUT>...

        For more information, try '--help'.
    "#]]);
}
