using System.Diagnostics;
using MediaInfo.Probing.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>A shell script in a folder of its own that stands in for ffprobe.</summary>
public sealed class ScriptedFfprobe : IDisposable
{
    private ScriptedFfprobe(string folder) => Folder = folder;

    /// <summary>The script's folder, also for any other files it writes.</summary>
    public string Folder { get; }

    public string Path => In("ffprobe");

    /// <summary>Writes the script. It prints a version when asked, and otherwise runs the body.</summary>
    /// <param name="body">Lines of sh. $FOLDER is the script's folder.</param>
    public static ScriptedFfprobe Doing(string body) => Of("""
        #!/bin/sh
        FOLDER=${0%/*}
        ulimit -c 0
        if [ "$1" = -version ]; then echo 'ffprobe version test'; exit 0; fi

        """ + body);

    /// <summary>A script that states a version, with the version of its libavformat as ffprobe prints it.</summary>
    public static ScriptedFfprobe Stating(string version, string library) => Of($"""
        #!/bin/sh
        echo 'ffprobe version {version} Copyright (c) 2007-2026 the FFmpeg developers'
        echo 'libavutil      99.  0.  0 / 99.  0.  0'
        echo 'libavformat    {library} / {library}'
        """);

    /// <summary>A script that prints a report and exits with 0.</summary>
    public static ScriptedFfprobe Printing(string report)
    {
        var script = Doing("exec cat \"$FOLDER/report.json\"");
        File.WriteAllText(script.In("report.json"), report);
        return script;
    }

    /// <summary>Writes a script that does not handle the version option.</summary>
    public static ScriptedFfprobe Of(string text)
    {
        var script = new ScriptedFfprobe(Directory.CreateTempSubdirectory("mediainfo-test-").FullName);
        Write(script.Path, text);
        return script;
    }

    public string In(string name) => System.IO.Path.Combine(Folder, name);

    public ToolBinary Binary(TimeProvider? time = null) =>
        TestFfprobe.Binary(new ProbeOptions { FfprobePath = Path }, time: time);

    public ToolProcess Process(TimeProvider? time = null, int? maxReportBytes = null)
    {
        var options = new ProbeOptions { FfprobePath = Path };
        options = maxReportBytes is { } max ? options with { MaxReportBytes = max } : options;
        return new ToolProcess(Binary(), TestFfprobe.Child(options, time), NullLogger<ToolProcess>.Instance);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // Written by a child process: if this process opened the file for writing, another test's fork would inherit the
    // descriptor, and the kernel refuses to run a file that is open for writing.
    private static void Write(string path, string text)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "cat >\"$1\" && chmod 755 \"$1\"", "sh", path])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        using var writer = System.Diagnostics.Process.Start(start)!;
        writer.StandardInput.Write(text.ReplaceLineEndings("\n") + "\n");
        writer.StandardInput.Close();
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);
    }
}
