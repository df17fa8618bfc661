using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;

namespace MediaInfo.Core.Analysis;

/// <summary>An object's MD5: the one storage keeps, or else one pass over its bytes.</summary>
public sealed class ObjectDigest(IObjectStore store, AnalysisOptions options, TimeProvider time)
{
    private const int RangeSize = 4 * 1024 * 1024;
    private const int BufferSize = 128 * 1024;

    /// <summary>Finds or computes the digest.</summary>
    public async Task<StepOutcome> ComputeAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        using var session = new ProbeSession(source, store, ProbeBudget.Unlimited, time);
        using var deadline = new CancellationTokenSource(options.WholeObjectTimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var md5 = await Md5Async(session, limit.Token);
            return new StepOutcome(session.Failure, session.Usage, md5);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new StepOutcome(new JobFailure(FailureReason.TimedOut, "Reading the whole object took too long"), session.Usage);
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "The vendors' documents ask for MD5; it protects nothing.")]
    private static async Task<string?> Md5Async(ProbeSession session, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (long offset = 0, size = 1; offset < size; offset += RangeSize)
            {
                await using var read = await session.ReadAsync(session.Source.Key, offset, RangeSize, cancellationToken);
                if (read.Status != ObjectReadStatus.Ok || read.Properties!.ContentMd5 is not null)
                {
                    return read.Properties?.ContentMd5;
                }

                size = read.Properties.Size;
                int count;
                while ((count = await read.Content.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    session.Count(count);
                    hash.AppendData(buffer, 0, count);
                }
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
