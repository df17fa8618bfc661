using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Frames;

/// <summary>Finds the streams that make FFmpeg refuse an object of which the rest can be read.</summary>
public sealed class HiddenStreams(ProbeRunner ffprobe, ProbeOptions options)
{
    /// <summary>Hides them in a session, as for the description of the object.</summary>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async Task<bool> HideAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        if (session.Hidden is not null)
        {
            return false;
        }

        var (_, failure) = await ffprobe.RunAsync(
            session, FfprobeArguments.ListStreams, options.TimeLimit, cancellationToken);
        session.Hidden = failure is null ? session.Hidden : null;
        return session.Hidden is not null;
    }
}
