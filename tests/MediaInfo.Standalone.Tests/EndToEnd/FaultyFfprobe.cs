using System.Globalization;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>
/// An ffprobe that is killed by a signal on objects named "crash", hangs with a child process on those named "hang", and is slow
/// on those named "slow".
/// </summary>
public sealed class FaultyFfprobe
{
    private readonly string _processes;

    /// <summary>Writes the script into the folder.</summary>
    public FaultyFfprobe(string folder, string ffprobe)
    {
        FullPath = Path.Combine(folder, "faulty-ffprobe");
        _processes = FullPath + ".processes";
        File.WriteAllText(FullPath, $"""
            #!/bin/sh
            case "$*" in
              *crash*) ulimit -c 0; kill -SEGV $$ ;;
              *hang*) /bin/sleep 300 & echo "$$ $!" > '{_processes}.part'; /bin/mv '{_processes}.part' '{_processes}'; wait ;;
              *slow*) /bin/sleep 0.5 ;;
            esac
            exec '{ffprobe}' "$@"

            """);
        Executable.Make(FullPath);
    }

    /// <summary>The script.</summary>
    public string FullPath { get; }

    /// <summary>Forgets the processes of an earlier test.</summary>
    public void Forget() => File.Delete(_processes);

    /// <summary>The process ids of the hanging script and its child. Empty until it hangs.</summary>
    public IReadOnlyList<int> Hanging() => File.Exists(_processes)
        ? [.. File.ReadAllText(_processes).Split().Where(id => id.Length > 0).Select(
            id => int.Parse(id, CultureInfo.InvariantCulture))]
        : [];
}
