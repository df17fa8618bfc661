using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>
/// The real ffprobe after a delay. For objects named "noted-" it writes a note at each begin and end, with the process that
/// started it.
/// </summary>
public sealed class NotedFfprobe : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-noted-").FullName;

    /// <summary>Writes the script.</summary>
    /// <param name="ffprobe">The real one.</param>
    /// <param name="seconds">The delay.</param>
    public NotedFfprobe(string ffprobe, string seconds)
    {
        // A short line is appended atomically, even if others append too.
        File.WriteAllText(FullPath, $"""
            #!/bin/sh
            all="$*"
            case "$all" in *noted-*) ;; *) exec '{ffprobe}' "$@" ;; esac
            key=noted-$(echo "$all" | sed 's/.*noted-//; s/[.]mp4.*//')
            echo "begin $key $PPID" >> '{Notes}'
            /bin/sleep {seconds}
            '{ffprobe}' "$@"
            code=$?
            echo "end $key $PPID" >> '{Notes}'
            exit $code

            """);
        Executable.Make(FullPath);
        File.WriteAllText(Notes, "");
    }

    /// <summary>The script.</summary>
    public string FullPath => Path.Combine(_folder, "ffprobe");

    private string Notes => Path.Combine(_folder, "notes");

    /// <summary>The notes, in chronological order.</summary>
    public IReadOnlyList<(bool Begins, string Key, string Process)> Read() =>
        [.. File.ReadAllLines(Notes).Select(line => line.Split(' ')).Select(words => (words[0] is "begin", words[1], words[2]))];

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
