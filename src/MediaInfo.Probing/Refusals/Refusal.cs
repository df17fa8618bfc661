using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Refusals;

/// <summary>Says what a person can do about an object that ffprobe refused as no media.</summary>
internal static class Refusal
{
    private const int Sniffed = 64;
    private const long MaxRead = 16L << 20;

    /// <summary>The failure with a closer reason; the same if there is none.</summary>
    public static async Task<JobFailure> ExplainAsync(
        JobFailure failure, ProbeSession session, CancellationToken cancellationToken)
    {
        if (failure.Reason != FailureReason.NotMedia || session is not { Failure: null, SourceProperties: { } properties })
        {
            return failure;
        }

        if (properties.ContentEncoding is { } coding
            && await session.Decoded.FindAsync(session.Source.Key, properties, cancellationToken) is null)
        {
            return failure with
            {
                Detail = $"The object is stored compressed (Content-Encoding: {coding}). Such an object is read only if it is "
                    + "small and what its header says. Store it as it is",
            };
        }

        var file = new HeaderWindow(session, properties.Size, MaxRead);
        var head = (await file.AtAsync(0, Sniffed, cancellationToken)).ToArray();
        if (await EncryptedObject.InWordsAsync(file, head, cancellationToken) is { } words)
        {
            return new JobFailure(FailureReason.Encrypted, words);
        }

        var missing = EbmlElement.Begins(head) ? await new MatroskaTruncation(file).FindAsync(cancellationToken)
            : IsoTruncation.IsIsoMedia(head) ? await new IsoTruncation(file).FindAsync(cancellationToken)
            : null;
        return missing is null ? failure : new JobFailure(FailureReason.Truncated, missing);
    }
}
