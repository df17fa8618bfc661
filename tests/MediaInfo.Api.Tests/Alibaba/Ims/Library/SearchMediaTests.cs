using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

public sealed class SearchMediaTests
{
    private const string Folder = "Ims/Library";

    private readonly LibraryService _service = new();

    [Fact]
    public async Task SearchMedia_answers_a_page()
    {
        for (var i = 0; i < 3; i++)
        {
            var id = await _service.RegisterAsync("InputURL", $"oss://bucket/{i}.mp4", "Title", $"Film {i}");
            await _service.EndAsync(id, "sample.mp4");
        }

        GoldenFile.Matches(
            await _service.AnswerAsync("SearchMedia", "Match", "title = 'film' and status in ('3')", "PageSize", "2"), Folder);
    }

    [Fact]
    public async Task SearchMedia_of_an_entity_finds_nothing()
    {
        await _service.RegisterAsync();

        GoldenFile.Matches(await _service.AnswerAsync("SearchMedia", "EntityId", "2d3bf1e35a1e42b5ab338d701efa7603"), Folder);
    }
}
