using System.Globalization;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Tests.Telemetry;

public sealed class LoggedTextTests
{
    [Theory]
    [InlineData("plain text 1/2, \"quoted\" \\ <b>", "plain text 1/2, \"quoted\" \\ <b>")]
    [InlineData("视频 é 😀", "视频 é 😀")]
    [InlineData("", "")]
    [InlineData(null, "(null)")]
    [InlineData("a\r\nb", "a\\u000D\\u000Ab")]
    [InlineData("\u001b[2Jgone", "\\u001B[2Jgone")]
    [InlineData("\u009b2J", "\\u009B2J")]
    [InlineData("\0\t\a\u007f", "\\u0000\\u0009\\u0007\\u007F")]
    [InlineData("a\u0085b\u2028c\u2029d", "a\\u0085b\\u2028c\\u2029d")]
    [InlineData("gpj.\u202etxt", "gpj.\\u202Etxt")]
    [InlineData("a\u2066b\u200bc\ufeffd\u00ade", "a\\u2066b\\u200Bc\\uFEFFd\\u00ADe")]
    [InlineData("\U000e0041", "\\uDB40\\uDC41")]
    public void A_text_is_logged_on_one_line_with_every_character_visible(string? text, string logged) =>
        Assert.Equal(logged, LoggedText.FromString(text).ToString());

    [Fact]
    public void Half_a_surrogate_pair_is_escaped()
    {
        // An attribute cannot hold half a surrogate pair.
        Assert.Equal("\\uD800", LoggedText.FromString("\ud800").ToString());
        Assert.Equal("a\\uDC00b\\uD83D", LoggedText.FromString("a\udc00b\ud83d").ToString());
    }

    [Theory]
    [InlineData("a", 1024, "a", 1024)]
    [InlineData("a", 1025, "a", 1024)]
    [InlineData("a", 1_000_000, "a", 1024)]
    [InlineData("😀", 513, "😀", 512)]
    public void A_long_text_is_truncated(string text, int times, string logged, int timesLogged) => Assert.Equal(
        Repeat(logged, timesLogged) + (times > timesLogged ? "…" : ""), LoggedText.FromString(Repeat(text, times)).ToString());

    [Fact]
    public void Escapes_do_not_exceed_the_length_limit() =>
        Assert.Equal(LoggedText.MaxLength + 1, LoggedText.FromString(new string('\u001b', 5000)).ToString().Length);

    [Fact]
    public void The_text_is_escaped_in_the_message_and_in_its_values()
    {
        var log = new Listener();
        LoggedText text = "a\nb";

        LoggerMessage.Define<LoggedText>(LogLevel.Error, 1, "It is {Text}")(log, text, null);

        Assert.Equal("It is a\\u000Ab", log.Message);
        Assert.Equal("a\\u000Ab", Convert.ToString(log.Values["Text"], CultureInfo.InvariantCulture));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private sealed class Listener : ILogger
    {
        public string Message { get; private set; } = "";

        public Dictionary<string, object?> Values { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Message = formatter(state, exception);
            foreach (var (name, value) in (IEnumerable<KeyValuePair<string, object?>>)state!)
            {
                Values[name] = value;
            }
        }
    }
}
