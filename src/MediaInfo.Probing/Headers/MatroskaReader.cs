using System.Buffers.Binary;
using System.Text;

namespace MediaInfo.Probing.Headers;

/// <summary>
/// Reads what ffprobe does not print of a Matroska file (RFC 9559): WritingApp and DateUTC, and how its tracks are encrypted.
/// </summary>
internal sealed class MatroskaReader(HeaderWindow window)
{
    private const uint Cluster = 0x1F43B675;
    private const uint WritingApp = 0x5741;
    private const uint Date = 0x4461;
    private const uint TrackEntry = 0xAE;
    private const uint TrackType = 0x83;
    private const uint Encryption = 0x5035;
    private const uint Algorithm = 0x47E1;
    private const uint CipherMode = 0x47E8;
    private const int MaxElements = 20_000;
    private const int MaxText = 1024;
    private const long NanosecondsPerTick = 100;

    private static readonly DateTimeOffset Epoch = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Segment, Info, Tracks and TrackEntry; ContentEncodings, ContentEncoding, ContentEncryption and ContentEncAESSettings.
    private static readonly HashSet<uint> Entered =
        [0x18538067, 0x1549A966, 0x1654AE6B, TrackEntry, 0x6D80, 0x6240, Encryption, 0x47E7];

    private readonly List<MatroskaTrack> _tracks = [];
    private MatroskaWriter _writer = new(null, null);

    /// <summary>Reads the elements before the first cluster.</summary>
    internal async Task<MatroskaHead> ReadAsync(CancellationToken cancellationToken)
    {
        var at = 0L;
        for (var elements = 0; elements < MaxElements && at < window.Size; elements++)
        {
            var bytes = await window.AtAsync(at, EbmlElement.MaxHead, cancellationToken);
            if (EbmlElement.In(bytes.Span) is not { } element || element.Id == Cluster)
            {
                break;
            }

            at += element.Head;
            var size = element.Size ?? long.MaxValue / 2;
            await TakeAsync(element.Id, at, size, cancellationToken);
            at += Entered.Contains(element.Id) ? 0 : Math.Min(size, window.Size);
        }

        // FFmpeg makes no stream of tracks of other types.
        var streams = _tracks.Where(track => track.IsStream).Index()
            .Where(track => track.Item.IsEncrypted).ToDictionary(track => track.Index, track => track.Item.Scheme);
        return new MatroskaHead(_writer, EncryptionFacts.Of(streams));
    }

    private async Task TakeAsync(uint id, long at, long size, CancellationToken cancellationToken)
    {
        if (id == TrackEntry)
        {
            _tracks.Add(new MatroskaTrack());
        }
        else if (id is WritingApp or Date or TrackType or Encryption or Algorithm or CipherMode)
        {
            var body = await window.AtAsync(at, (int)Math.Min(size, MaxText), cancellationToken);
            Take(id, body.Span, size);
        }
    }

    private void Take(uint id, ReadOnlySpan<byte> body, long size)
    {
        if (id == WritingApp && size <= MaxText)
        {
            _writer = _writer with { App = Encoding.UTF8.GetString(body).TrimEnd('\0') };
        }
        else if (id == Date && size == 8 && body.Length == 8)
        {
            _writer = _writer with { At = Epoch.AddTicks(BinaryPrimitives.ReadInt64BigEndian(body) / NanosecondsPerTick) };
        }
        else if (_tracks.Count > 0)
        {
            var number = size == 1 && body.Length >= 1 ? body[0] : 0;
            _tracks[^1] = id switch
            {
                TrackType => _tracks[^1] with { Type = number },
                Encryption => _tracks[^1] with { IsEncrypted = true },
                Algorithm => _tracks[^1] with { Algorithm = number },
                CipherMode => _tracks[^1] with { Mode = number },
                _ => _tracks[^1],
            };
        }
    }
}
