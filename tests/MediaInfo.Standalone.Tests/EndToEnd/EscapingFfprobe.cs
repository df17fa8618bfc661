namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>
/// A stand-in that passes the self-test and then tries to escape instead of reading its object. Its last message, which the job
/// shows, lists what it reached.
/// </summary>
public sealed class EscapingFfprobe : IDisposable
{
    /// <summary>The message if it reached nothing.</summary>
    public const string Nothing = "got nothing";

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-escape-").FullName;

    /// <summary>Writes the script.</summary>
    public EscapingFfprobe()
    {
        File.WriteAllText(FullPath, $$"""
            #!/usr/bin/perl
            my $all = "@ARGV";
            my $sound = '"streams":[{"index":0,"codec_type":"audio"}]';
            if ($all eq '-version') { print "ffprobe version stand-in\n"; exit 0 }
            if ($all =~ /self-test.*service\.ts/) { print qq({"format":{"format_name":"mpegts"},$sound,"programs":[{"tags":{"service_name":"Self-test"} }] }); exit 0 }
            if ($all =~ /self-test.*index\.m3u8/) { print qq({"format":{"format_name":"hls"},$sound }); exit 0 }
            my @got;
            for my $file (qw(environ mem maps cmdline fd/0)) { open(my $f, '<', '/proc/' . getppid() . "/$file") and push @got, $file }
            open(my $f, '<', '/etc/passwd') and push @got, 'users';
            open(my $g, '>', '{{_folder}}/written') and push @got, 'written';
            kill(0, getppid()) and push @got, 'signal';
            my $p = fork;
            exit 0 if defined $p && $p == 0;
            $p and push @got, 'process';
            my $s;
            socket($s, 2, 1, 6) && bind($s, pack('S n a4 x8', 2, 0, "\x7f\0\0\1")) and push @got, 'port';
            print STDERR @got ? "got @got\n" : "{{Nothing}}\n";
            exit 1;

            """);
        Executable.Make(FullPath);
    }

    /// <summary>The script.</summary>
    public string FullPath => Path.Combine(_folder, "ffprobe");

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
