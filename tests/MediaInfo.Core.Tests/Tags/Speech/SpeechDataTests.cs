using MediaInfo.Core.Tags.Speech;

namespace MediaInfo.Core.Tests.Tags.Speech;

public sealed class SpeechDataTests
{
    [Fact]
    public void Speech_is_written_with_the_language_that_is_spoken_longest()
    {
        var result = SpeechData.ResultOf(
        [
            new Sentence(0, 2.5, "Bonjour.", "fr", 0.8),
            new Sentence(2.5, 4, "Hi.", "en", 0.9),
            new Sentence(4, 6, "Yes.", "en", 1),
        ]);

        Assert.Equal("ASR", result.Type);
        Assert.Equal("en", result.Data.GetProperty("language").GetString());
        Assert.Equal(
            """{"from":0,"to":2.5,"value":"Bonjour.","language":"fr","score":0.8}""",
            result.Data.GetProperty("details")[0].GetRawText());
    }

    [Fact]
    public void No_speech_has_no_language() =>
        Assert.Equal("""{"details":[]}""", SpeechData.ResultOf([]).Data.GetRawText());
}
