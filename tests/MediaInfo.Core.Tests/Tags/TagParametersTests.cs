using MediaInfo.Core.Tags;

namespace MediaInfo.Core.Tests.Tags;

public sealed class TagParametersTests
{
    [Fact]
    public void Known_options_are_read()
    {
        var read = TagParameters.Read(
            """{"ocrInterval":0.5,"ocrLanguages":"eng+chi_sim","chapterLength":30,"nlpParams":{"sourceLanguage":"cn"},"x":1}""");

        Assert.Equal(TimeSpan.FromMilliseconds(500), read.TextInterval);
        Assert.Equal("eng+chi_sim", read.TextLanguages);
        Assert.Equal(TimeSpan.FromSeconds(30), read.ChapterLength);
        Assert.Equal("zh", read.SpeechLanguage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"ocrInterval":"2","ocrLanguages":5,"chapterLength":-1,"nlpParams":[]}""")]
    [InlineData("""{"ocrInterval":0.01,"chapterLength":0.5,"ocrLanguages":"../../etc/passwd","nlpParams":{"sourceLanguage":"a b"}}""")]
    [InlineData("""{"ocrInterval":1e300,"chapterLength":4000,"ocrLanguages":"eng+","nlpParams":{"sourceLanguage":"ENGLISH"}}""")]
    public void Wrong_options_are_ignored(string? json) => Assert.Equal(new TagParameters(), TagParameters.Read(json));
}
