using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Callbacks;

/// <summary>
/// Posts an account's messages to web addresses. A host that hangs is kept from holding up the messages to others.
/// </summary>
public sealed class HttpDelivery(HttpCallbackTarget web, CallbackOptions options, TimeProvider time)
{
    private readonly DeliveryGate _hosts = new(options.HostConcurrency, time);

    /// <summary>Posts the text, or puts it off.</summary>
    /// <param name="account">Whose message it is: one account's trouble with a host is no other's.</param>
    /// <param name="url">Where to.</param>
    /// <param name="deliveryId">The message's id, the same at every attempt.</param>
    /// <param name="headers">What proves to the receiver that the message is genuine, as of the time of the attempt.</param>
    /// <param name="text">The JSON body.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="IOException">The target cannot be reached, or answered that it failed; try again.</exception>
    public async Task<DeliveryAttempt> SendAsync(
        string account,
        string url,
        string deliveryId,
        Func<IReadOnlyDictionary<string, string>> headers,
        string text,
        CancellationToken cancellationToken)
    {
        using var pass = await _hosts.EnterAsync($"{account} {HostOf(url)}", cancellationToken);
        if (pass.PutOff is { } delay)
        {
            return new DeliveryAttempt(Result: null, delay);
        }

        try
        {
            var result = await Metrics.CountAttemptAsync(
                "http", () => web.SendAsync(url, deliveryId, headers(), text, cancellationToken));
            pass.Note(answered: true);
            return new DeliveryAttempt(result);
        }
        catch (IOException e)
        {
            pass.Note(answered: e is not NoAnswerException);
            throw;
        }
    }

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : url;
}
