namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Callers' text cannot forge log lines or send commands to the terminal that shows the log.</summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class LogTests(StandaloneFixture fixture)
{
    private const string Forged = "2024-01-01T00:00:00.000Z crit: all is lost";

    [Fact]
    public async Task An_action_a_key_and_an_object_are_each_logged_on_one_line()
    {
        await using var standalone = await fixture.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        await client.GetAsync(
            $"/?Format=JSON&Action={Uri.EscapeDataString($"a\n{Forged}\u001b[2J")}&Version=2014-06-18&AccessKeyId={Uri.EscapeDataString("b\r\u202e")}");
        await client.SubmitAsync($"c\n{Forged}\u001b]0;title\a\u2028d.mp4");

        await ProcessPatience.HoldsAsync("both are in the log", standalone, () => Task.FromResult(
            standalone.Output.Contains("refused: a\\u000A", StringComparison.Ordinal)
                && standalone.Output.Contains("/c\\u000A", StringComparison.Ordinal)));
        Assert.Contains("\\u001B[2J by b\\u000D\\u202E, InvalidAction.NotFound", standalone.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Lines(standalone), line => line.StartsWith(Forged, StringComparison.Ordinal));
        Assert.DoesNotContain(standalone.Output, character => char.IsControl(character) && character is not ('\r' or '\n'));
    }

    [Fact]
    public async Task An_event_with_an_exception_is_one_line()
    {
        await using var standalone = await fixture.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        await fixture.Stored.Analyses.SendMessageAsync("no message");

        await ProcessPatience.HoldsAsync("the message was refused", standalone, () => Task.FromResult(
            standalone.Output.Contains("has an unknown format", StringComparison.Ordinal)));
        Assert.All(
            Lines(standalone),
            line => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z (trce|dbug|info|warn|fail|crit): ", line));
    }

    private static string[] Lines(StandaloneProcess standalone) =>
        standalone.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
