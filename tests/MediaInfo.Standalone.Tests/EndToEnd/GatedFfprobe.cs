namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The real ffprobe behind a gate. A run that reads an object waits until the gate opens.</summary>
public sealed class GatedFfprobe : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-gate-").FullName;

    /// <summary>Writes the script, with the gate closed.</summary>
    public GatedFfprobe(string ffprobe)
    {
        // npm may have installed it without its run bit.
        File.Copy(ffprobe, Real);
        Executable.Make(Real);
        File.WriteAllText(FullPath, $"""
            #!/bin/sh
            case "$*" in *{StandaloneFixture.Bucket}*) while ! [ -e '{Opened}' ]; do /bin/sleep 0.05; done ;; esac
            exec '{Real}' "$@"

            """);
        Executable.Make(FullPath);
    }

    /// <summary>The script.</summary>
    public string FullPath => Path.Combine(_folder, "ffprobe");

    private string Real => Path.Combine(_folder, "real-ffprobe");

    private string Opened => Path.Combine(_folder, "opened");

    /// <summary>Lets all current and later runs through.</summary>
    public void Open() => File.WriteAllText(Opened, "");

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
