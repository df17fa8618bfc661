using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing;

/// <summary>An object's MD5: the one storage has, or else computed by reading the object once.</summary>
public sealed class ObjectDigest(AnalysisOptions options, TimeProvider time)
{
    /// <summary>Finds or computes the digest.</summary>
    /// <param name="reads">The object.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <param name="progress">Receives the number of bytes read so far; null if nobody watches.</param>
    public async Task<StepOutcome> ComputeAsync(
        ObjectReads reads, CancellationToken cancellationToken, IProgress<long>? progress = null)
    {
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        using var deadline = new CancellationTokenSource(options.WholeObjectTimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var md5 = await Md5Async(session, progress, limit.Token);
            return new StepOutcome(session.Failure, session.Usage, md5);
        }
        catch (IOException) when (session.Failure is { } failure)
        {
            return new StepOutcome(failure, session.Usage);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new StepOutcome(
                new JobFailure(FailureReason.TimedOut, "Reading the whole object took too long"), session.Usage);
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "The vendors' APIs require MD5; it is not used for security.")]
    private static async Task<string?> Md5Async(
        ProbeSession session, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var reader = session.Read(session.Source.Key, first: 0);
        if (await reader.OpenAsync(cancellationToken) != ObjectReadStatus.Ok || reader.Properties!.ContentMd5 is not null)
        {
            return reader.Properties?.ContentMd5;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var sum = 0L;
        for (ReadOnlyMemory<byte> bytes; !(bytes = await reader.NextAsync(cancellationToken)).IsEmpty;)
        {
            hash.AppendData(bytes.Span);
            progress?.Report(sum += bytes.Length);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
