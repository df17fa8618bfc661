using MediaInfo.Api.Alibaba.Ims.Templates;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Templates;

public sealed class TagSettingsTests
{
    [Theory]
    [InlineData("""{"Recognisers":["external","chapters","external"]}""", RecogniserKind.Chapters, RecogniserKind.External)]
    [InlineData("""{"Recognisers":"speech, text"}""", RecogniserKind.Text, RecogniserKind.Speech)]
    [InlineData("""{"AnalyseTypes":"ocr,asr,nlp"}""", RecogniserKind.Chapters, RecogniserKind.Text, RecogniserKind.Speech)]
    [InlineData("""{"analyseTypes":"face,object,movieIp"}""", RecogniserKind.External)]
    [InlineData("""{"AnalyseTypes":"subtitle","KeywordConfig":"{}"}""", RecogniserKind.Text)]
    [InlineData("""{"Recognisers":["chapters"],"AnalyseTypes":"ocr"}""", RecogniserKind.Chapters)]
    public void A_template_says_which_recognisers_run(string config, params RecogniserKind[] kinds) =>
        Assert.Equal(kinds, TagSettings.Of(config));

    [Fact]
    public void Every_tag_template_of_the_service_runs_something()
    {
        var templates = SystemTemplates.All.Where(template => template.Kind == TemplateKind.SmartTag).ToList();

        Assert.Equal(3, templates.Count);
        Assert.All(templates, template => Assert.NotEmpty(TagSettings.Of(template.Config)));
    }
}
