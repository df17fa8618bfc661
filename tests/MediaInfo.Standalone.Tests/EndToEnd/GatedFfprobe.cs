namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The real ffprobe behind a gate: what asks for an object waits until the gate is opened.</summary>
public sealed class GatedFfprobe : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-gate-").FullName;

    /// <summary>Writes the script; the gate is closed.</summary>
    public GatedFfprobe(string ffprobe)
    {
        File.WriteAllText(FullPath, $"""
            #!/bin/sh
            case "$*" in *{StandaloneFixture.Bucket}*) while ! [ -e '{Opened}' ]; do /bin/sleep 0.05; done ;; esac
            exec '{ffprobe}' "$@"

            """);
        Executable.Make(FullPath);
    }

    /// <summary>The script.</summary>
    public string FullPath => Path.Combine(_folder, "ffprobe");

    private string Opened => Path.Combine(_folder, "opened");

    /// <summary>Lets all through that wait and all that come.</summary>
    public void Open() => File.WriteAllText(Opened, "");

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
