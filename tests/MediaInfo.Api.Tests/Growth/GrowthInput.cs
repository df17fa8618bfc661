namespace MediaInfo.Api.Tests.Growth;

/// <summary>An input ready to be parsed.</summary>
/// <param name="Size">Its bytes.</param>
/// <param name="ParseAsync">Parses it once.</param>
internal sealed record GrowthInput(long Size, Func<Task> ParseAsync)
{
    /// <summary>An input with a synchronous parser.</summary>
    public static GrowthInput Of(long size, Action parse) => new(size, () =>
    {
        parse();
        return Task.CompletedTask;
    });
}
