using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests;

public sealed partial class LogTests
{
    [Fact]
    public void Every_event_id_is_used_by_one_message()
    {
        var ids = Repository.Sources
            .SelectMany(path => Message().Matches(File.ReadAllText(path)))
            .Select(match => int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture))
            .ToList();

        Assert.True(ids.Count > 20, $"Only {ids.Count} messages were found");
        Strays.None(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"event {same.Key}"));
    }

    [Fact]
    public void Every_message_is_declared_in_its_projects_log_with_an_event_id()
    {
        var strays =
            from path in Repository.Sources
            let text = File.ReadAllText(path)
            let attributes = Attribute().Count(text)
            where attributes > 0 && (Path.GetFileName(path) is not "Log.cs" || attributes != Message().Count(text))
            select Repository.NameOf(path);

        Strays.None(strays);
    }

    [Fact]
    public void All_logging_uses_generated_messages()
    {
        var strays = Repository.Sources.SelectMany(path => File.ReadLines(path)
            .Where(line => Direct().IsMatch(line))
            .Select(line => $"{Repository.NameOf(path)}: {line.Trim()}"));

        Strays.None(strays);
    }

    [Fact]
    public void Text_in_a_message_is_neutralized()
    {
        var declared = Repository.Sources.Where(path => Path.GetFileName(path) is "Log.cs")
            .SelectMany(path => Declaration().Matches(File.ReadAllText(path)))
            .SelectMany(match => match.Groups["parameters"].Value.Split(','))
            .Select(parameter => parameter.Trim())
            .ToList();

        Assert.True(declared.Count > 50, $"Only {declared.Count} parameters were found");
        Strays.None(declared.Where(parameter => !Harmless().IsMatch(parameter)));
    }

    [Theory]
    [InlineData("LoggedText key", true)]
    [InlineData("this ILogger log", true)]
    [InlineData("Exception error", true)]
    [InlineData("FailureReason? reason", true)]
    [InlineData("string key", false)]
    [InlineData("string? key", false)]
    [InlineData("object key", false)]
    [InlineData("Uri address", false)]
    [InlineData("JobKey job", false)]
    public void Parameters_are_harmless_by_type(string parameter, bool isHarmless) =>
        Assert.Equal(isHarmless, Harmless().IsMatch(parameter));

    [Theory]
    [InlineData("""log.LogInformation("x");""", true)]
    [InlineData("""logger.Log(LogLevel.Error, "x");""", true)]
    [InlineData("""Console.WriteLine("x");""", true)]
    [InlineData("log.JobEnded(key.Id);", false)]
    [InlineData("await Console.Error.WriteLineAsync(e.Message);", false)]
    public void Direct_logging_calls_are_detected(string line, bool isDirect) => Assert.Equal(isDirect, Direct().IsMatch(line));

    [GeneratedRegex(@"\[LoggerMessage\(", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Attribute();

    [GeneratedRegex(
        @"\[LoggerMessage\(\s*(?<id>[0-9]+),\s*LogLevel\.",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Message();

    // Matches a message, or a scope around messages.
    [GeneratedRegex(
        @"(partial void|static IDisposable\?) \w+\((?<parameters>[^)]*)\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Declaration();

    // LoggedText neutralizes text from callers. The other types contain none. An exception's text is left to the console.
    [GeneratedRegex(
        @"^((this )?ILogger|Exception|LoggedText|int|long|bool|TimeSpan|JobState|FailureReason\??) \w+$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Harmless();

    [GeneratedRegex(
        @"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(|\bConsole\.Write|\b(Debug|Trace)\.Write",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Direct();
}
