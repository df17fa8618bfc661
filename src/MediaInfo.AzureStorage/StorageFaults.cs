using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;

namespace MediaInfo.AzureStorage;

/// <summary>Distinguishes transient from permanent failures, and reports transient ones as the ports specify.</summary>
internal static class StorageFaults
{
    /// <summary>The result of the call; a transient failure becomes an <see cref="IOException"/>.</summary>
    public static async Task<T> OrIOException<T>(this Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call;
        }
        catch (Exception e) when (e is not IOException && Passes(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"The storage request failed: {Reason(e)}", e);
        }
    }

    /// <summary>The items of a list; a transient failure becomes an <see cref="IOException"/>.</summary>
    public static async IAsyncEnumerable<T> OrIOException<T>(
        this AsyncPageable<T> list, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : notnull
    {
        await using var pages = list.AsPages().GetAsyncEnumerator(cancellationToken);
        while (await pages.MoveNextAsync().AsTask().OrIOException(cancellationToken))
        {
            foreach (var item in pages.Current.Values)
            {
                yield return item;
            }
        }
    }

    /// <summary>Whether the failure is transient. A cancellation counts, because only a timeout can have caused it.</summary>
    public static bool Passes(Exception fault) => fault switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or 500 or > 501 || IsBeingDeleted(failed.ErrorCode),
        AggregateException attempts => attempts.InnerExceptions.All(Passes),
        AuthenticationFailedException or HttpRequestException or IOException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>The failure in one line, without the headers that the SDK adds.</summary>
    public static string Reason(Exception fault)
    {
        var last = fault is AggregateException attempts ? attempts.InnerExceptions[^1] : fault;
        var line = last.Message.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        var sentence = (end < 0 ? line : line[..end]).ToString();
        return last is RequestFailedException { ErrorCode.Length: > 0 } failed ? $"{sentence} ({failed.ErrorCode})" : sentence;
    }

    private static bool IsBeingDeleted(string? code) => code is "ContainerBeingDeleted" or "QueueBeingDeleted";
}
