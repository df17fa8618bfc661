using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.SelfTest;

/// <summary>
/// The test media for ffprobe and ffmpeg: half a second of silence in an MPEG transport stream with a named service, generated
/// here, a playlist that refers to it by a URL with a host name, and a picture.
/// </summary>
internal sealed class SelfTestObjects : IObjectStore
{
    /// <summary>The name of the service in the stream.</summary>
    public const string ServiceName = "Self-test";

    private const string Bucket = "self-test";
    private const int MapPid = 0x1000;
    private const int SoundPid = 0x100;
    private const int ServicePid = 0x11;
    private const int Frames = 20;

    // MPEG-1 layer II, 48 kHz: 1152 samples per frame, in units of 1/90000 s.
    private const long FrameDuration = 1152 * 90_000 / 48_000;

    private readonly Dictionary<ObjectRef, byte[]> _objects;

    /// <summary>Generates the objects.</summary>
    public SelfTestObjects() =>
        _objects = new() { [Clip] = ClipBytes(), [Playlist] = PlaylistBytes(), [Picture] = PictureBytes() };

    /// <summary>The stream.</summary>
    public static ObjectRef Clip { get; } = new(Bucket, "service.ts");

    /// <summary>The playlist.</summary>
    public static ObjectRef Playlist { get; } = new(Bucket, "index.m3u8");

    /// <summary>The picture: 16 by 16 grey pixels in a portable pixmap.</summary>
    public static ObjectRef Picture { get; } = new(Bucket, "picture.ppm");

    /// <inheritdoc />
    public Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken) =>
        Task.FromResult(Read(source, offset, count));

    /// <inheritdoc />
    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) =>
        Task.FromResult(_objects.TryGetValue(source, out var bytes) ? PropertiesOf(bytes) : null);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>?>(null);

    private ObjectRead Read(ObjectRef source, long offset, long count)
    {
        if (!_objects.TryGetValue(source, out var bytes))
        {
            return ObjectRead.None(ObjectReadStatus.NotFound);
        }

        return offset >= bytes.Length
            ? ObjectRead.None(ObjectReadStatus.BehindEnd, PropertiesOf(bytes))
            : ObjectRead.Found(
                PropertiesOf(bytes),
                new MemoryStream(bytes, (int)offset, (int)Math.Min(count, bytes.Length - offset), writable: false));
    }

    private static ObjectProperties PropertiesOf(byte[] bytes) => new(bytes.Length, "\"1\"", ContentType: null, ContentMd5: null);

    private static byte[] PictureBytes() => [.. "P6 16 16 255\n"u8, .. Enumerable.Repeat((byte)128, 16 * 16 * 3)];

    private static byte[] PlaylistBytes() => Encoding.ASCII.GetBytes(
        $"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.48,\n{ObjectUrl.Of(Clip)}\n#EXT-X-ENDLIST\n");

    private static byte[] ClipBytes()
    {
        var stream = new TransportStream();
        byte[] head = [0, 1, 0xC1, 0, 0];

        // Program association, service description (ETSI EN 300 468, 5.2.3 and 6.2.33) and program map.
        stream.AddSection(0, 0x00, [.. head, 0, 1, 0xE0 | (MapPid >> 8), MapPid & 0xFF]);
        byte[] service = [1, 0, (byte)ServiceName.Length, .. Encoding.ASCII.GetBytes(ServiceName)];
        byte[] descriptor = [0x48, (byte)service.Length, .. service];
        stream.AddSection(ServicePid, 0x42, [.. head, 0, 1, 0xFF, 0, 1, 0xFC, 0x80, (byte)descriptor.Length, .. descriptor]);
        stream.AddSection(
            MapPid,
            0x02,
            [.. head, 0xE0 | (SoundPid >> 8), SoundPid & 0xFF, 0xF0, 0, 0x03, 0xE0 | (SoundPid >> 8), SoundPid & 0xFF, 0xF0, 0]);
        for (var frame = 0; frame < Frames; frame++)
        {
            stream.AddUnit(SoundPid, Unit(frame * FrameDuration));
        }

        return stream.ToArray();
    }

    // A PES packet with one 32 kbit/s mono frame, all of whose bands are empty.
    private static byte[] Unit(long time)
    {
        byte[] frame = [0xFF, 0xFD, 0x14, 0xC0, .. new byte[92]];
        byte[] stamp =
        [
            (byte)(0x21 | ((time >> 29) & 0x0E)), (byte)(time >> 22), (byte)(0x01 | ((time >> 14) & 0xFE)),
            (byte)(time >> 7), (byte)(0x01 | ((time << 1) & 0xFE)),
        ];
        return [0, 0, 1, 0xC0, 0, (byte)(frame.Length + stamp.Length + 3), 0x80, 0x80, (byte)stamp.Length, .. stamp, .. frame];
    }
}
