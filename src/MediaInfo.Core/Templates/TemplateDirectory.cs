using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Templates;

/// <summary>Finds the templates of accounts, those of the service included, and changes the accounts' own.</summary>
public sealed class TemplateDirectory(ITemplateStore store, IIdSource ids, TimeProvider time)
{
    /// <summary>How often a change is tried if other writers interfere.</summary>
    public const int MaxAttempts = 20;

    /// <summary>The account's template with the id, or the service's; null if there is neither.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<Template?> FindAsync(string account, string id, CancellationToken cancellationToken) =>
        SystemTemplates.Find(id) ?? (await ReadAsync(account, cancellationToken)).Find(id);

    /// <summary>The account's own templates.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<TemplateBook> ReadAsync(string account, CancellationToken cancellationToken) =>
        (await store.FindAsync(account, cancellationToken))?.Book ?? TemplateBook.Empty;

    /// <summary>Creates a template with a new id.</summary>
    /// <param name="account">The account.</param>
    /// <param name="requestId">The RequestId of the call, which no other call has.</param>
    /// <param name="kind">What its jobs do.</param>
    /// <param name="name">Its name.</param>
    /// <param name="config">How its jobs do it.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="IOException">Storage is unavailable, or other writers interfered too often.</exception>
    public Task<TemplateOutcome> AddAsync(
        string account, string requestId, TemplateKind kind, string name, string config, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var added = new Template
        {
            Id = ids.NewTemplateId(),
            Name = name,
            Kind = kind,
            Config = config,
            CreatedAt = now,
            ModifiedAt = now,
        };
        return ChangeAsync(account, requestId, book => book.Add(added), cancellationToken);
    }

    /// <summary>Changes the name and the settings of a template; null leaves them as they are.</summary>
    /// <inheritdoc cref="AddAsync" path="/exception" />
    public Task<TemplateOutcome> UpdateAsync(
        string account, string requestId, string id, string? name, string? config, CancellationToken cancellationToken) =>
        ChangeOwnAsync(
            account,
            requestId,
            id,
            book => book.Find(id) is { } old
                ? book.Replace(old with
                {
                    Name = name ?? old.Name,
                    Config = config ?? old.Config,
                    ModifiedAt = time.GetUtcNow(),
                })
                : (null, TemplateOutcome.Of(TemplateProblem.NotFound)),
            cancellationToken);

    /// <summary>Removes a template. Jobs that were submitted with it are not affected.</summary>
    /// <inheritdoc cref="AddAsync" path="/exception" />
    public Task<TemplateOutcome> RemoveAsync(
        string account, string requestId, string id, CancellationToken cancellationToken) =>
        ChangeOwnAsync(account, requestId, id, book => book.Remove(id), cancellationToken);

    private Task<TemplateOutcome> ChangeOwnAsync(
        string account,
        string requestId,
        string id,
        Func<TemplateBook, (TemplateBook? Next, TemplateOutcome Outcome)> change,
        CancellationToken cancellationToken) => SystemTemplates.Find(id) is null
        ? ChangeAsync(account, requestId, change, cancellationToken)
        : Task.FromResult(TemplateOutcome.Of(TemplateProblem.IsSystem));

    private async Task<TemplateOutcome> ChangeAsync(
        string account,
        string requestId,
        Func<TemplateBook, (TemplateBook? Next, TemplateOutcome Outcome)> change,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var read = await store.FindAsync(account, cancellationToken);
            var (next, outcome) = change(read?.Book ?? TemplateBook.Empty);
            if (next is null
                || await store.WriteAsync(account, next with { WrittenBy = requestId }, read, cancellationToken))
            {
                return outcome;
            }
        }

        throw new IOException($"The templates of account {account} were changed by other writers {MaxAttempts} times in a row");
    }
}
