using System.Net;
using System.Net.Sockets;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Hostile;

/// <summary>The samples, made once in a process, and what they point to: a server of this machine, a file, another bucket.</summary>
public sealed class HostileWorld : IDisposable
{
    /// <summary>A bucket whose every object is a good clip.</summary>
    public const string OtherBucket = "other-bucket";

    private static readonly Lazy<HostileWorld> Made = new(() => new HostileWorld());

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-test-").FullName;
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, HostileSample> _samples;

    private HostileWorld()
    {
        _server.Start();
        var file = Path.Combine(_folder, "canary.ts");
        File.WriteAllBytes(file, Bytes.Clip("service.ts"));
        var port = ((IPEndPoint)_server.LocalEndpoint).Port;
        _samples = HostileSamples.All(new HostileTargets(port, file, FfprobeRig.Bucket, OtherBucket))
            .ToDictionary(sample => sample.Name, StringComparer.Ordinal);
    }

    /// <summary>The only one.</summary>
    public static HostileWorld Shared => Made.Value;

    /// <summary>The samples by name.</summary>
    public IReadOnlyDictionary<string, HostileSample> Samples => _samples;

    /// <summary>Whether the server was called since the last time.</summary>
    public bool WasCalled()
    {
        var called = false;
        while (_server.Pending())
        {
            _server.AcceptTcpClient().Dispose();
            called = true;
        }

        return called;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
