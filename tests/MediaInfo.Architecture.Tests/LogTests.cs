using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests;

public sealed partial class LogTests
{
    [Fact]
    public void Every_event_id_is_of_one_message_in_the_whole_product()
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
        var strays = Repository.Sources.SelectMany(path => File.ReadLines(path)
            .Where(line => line.Contains("[LoggerMessage(", StringComparison.Ordinal)
                && (!Message().IsMatch(line) || Path.GetFileName(path) is not "Log.cs"))
            .Select(line => $"{Repository.NameOf(path)}: {line.Trim()}"));

        Strays.None(strays);
    }

    [Fact]
    public void Nothing_logs_but_by_a_generated_message()
    {
        var strays = Repository.Sources.SelectMany(path => File.ReadLines(path)
            .Where(line => Direct().IsMatch(line))
            .Select(line => $"{Repository.NameOf(path)}: {line.Trim()}"));

        Strays.None(strays);
    }

    [Fact]
    public void Whatever_text_a_message_holds_is_neutral()
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
    public void A_parameter_is_harmless_by_its_type(string parameter, bool isHarmless) => Assert.Equal(isHarmless, Harmless().IsMatch(parameter));

    [Theory]
    [InlineData("""log.LogInformation("x");""", true)]
    [InlineData("""logger.Log(LogLevel.Error, "x");""", true)]
    [InlineData("""Console.WriteLine("x");""", true)]
    [InlineData("log.JobEnded(key.Id);", false)]
    [InlineData("await Console.Error.WriteLineAsync(e.Message);", false)]
    public void A_direct_call_is_known_by_its_name(string line, bool isDirect) => Assert.Equal(isDirect, Direct().IsMatch(line));

    [GeneratedRegex(@"\[LoggerMessage\((?<id>[0-9]+), LogLevel\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Message();

    // Of a message, or of a scope around messages.
    [GeneratedRegex(@"(partial void|static IDisposable\?) \w+\((?<parameters>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Declaration();

    // LoggedText neutralises what callers wrote; in the others there is no text of theirs. An exception's own is the console's business.
    [GeneratedRegex(@"^((this )?ILogger|Exception|LoggedText|int|long|bool|TimeSpan|JobState|FailureReason\??) \w+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(|\bConsole\.Write|\b(Debug|Trace)\.Write", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Direct();
}
