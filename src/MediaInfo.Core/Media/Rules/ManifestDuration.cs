namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// A DASH presentation lasts as long as its manifest states, or all its periods together (ISO/IEC 23009-1, 5.3.1.2). FFmpeg
/// cuts the time to whole seconds, so one of 0.9 s has none, and of several periods counts the longest alone.
/// </summary>
internal sealed class ManifestDuration : IMediaRule<PlaylistFacts>
{
    private const int SecondsDigits = 6;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PlaylistFacts facts) =>
        facts is { IsDash: true, IsLive: false, Duration: { } stated }
        && Math.Round(stated, SecondsDigits) is var duration && duration != media.Container.Duration
            ? media with { Container = PlayTime.WithDuration(media.Container, duration) }
            : media;
}
