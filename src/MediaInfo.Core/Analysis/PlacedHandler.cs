using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Analysis;

/// <summary>Handles a message once its account has room in this process.</summary>
/// <param name="handler">Handles the message.</param>
/// <param name="shares">The work of all accounts in this process.</param>
public sealed class PlacedHandler(IMessageHandler handler, FairShares shares) : IMessageHandler
{
    /// <inheritdoc />
    public async Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken)
    {
        var account = Messages.AccountOf(text) ?? "";
        await shares.EnterAsync(account, cancellationToken);
        try
        {
            return await handler.HandleAsync(text, cancellationToken);
        }
        finally
        {
            shares.End(account);
        }
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) => handler.GiveUpAsync(text, cancellationToken);
}
