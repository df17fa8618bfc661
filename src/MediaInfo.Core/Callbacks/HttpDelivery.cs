namespace MediaInfo.Core.Callbacks;

/// <summary>Posts an account's messages to URLs. A host that hangs does not delay messages to other hosts.</summary>
public sealed class HttpDelivery(IHttpCallbackTarget web, CallbackOptions options, TimeProvider time)
{
    private readonly DeliveryGate _hosts = new(options.HostConcurrency, time);

    /// <summary>Posts or postpones the text.</summary>
    /// <param name="account">The account. Its failures with a host do not affect other accounts.</param>
    /// <param name="url">The URL.</param>
    /// <param name="deliveryId">The message's id, the same for every attempt.</param>
    /// <param name="headers">
    /// Creates the headers that prove the message authentic, with the time of the attempt, and describe the body.
    /// </param>
    /// <param name="text">The body.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="IOException">The target cannot be reached, or responded with a failure; retry.</exception>
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
            var result = await CallbackAttempt.CountAsync(
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
