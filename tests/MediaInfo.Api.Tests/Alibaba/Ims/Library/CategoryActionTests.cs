using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

public sealed class CategoryActionTests
{
    private const string Folder = "Ims/Library";
    private const string Url = LibraryService.Url;

    private readonly LibraryService _service = new();

    [Fact]
    public async Task AddCategory_answers_the_category() =>
        GoldenFile.Matches(await _service.AnswerAsync("AddCategory", "CateName", "分类1", "ParentId", "0"), Folder);

    [Fact]
    public async Task GetCategories_answers_the_first_level()
    {
        await _service.AddCategoryAsync("below", await _service.AddCategoryAsync("first"));
        await _service.AddCategoryAsync("second");

        GoldenFile.Matches(await _service.AnswerAsync("GetCategories"), Folder);
    }

    [Fact]
    public async Task GetCategories_answers_a_category_and_a_page_of_those_below_it()
    {
        var parent = await _service.AddCategoryAsync("parent");
        for (var i = 0; i < 12; i++)
        {
            await _service.AddCategoryAsync($"{i}", parent);
        }

        GoldenFile.Matches(
            await _service.AnswerAsync(
                "GetCategories", "CateId", parent, "PageNo", "2", "PageSize", "10", "SortBy", "CreationTime:Asc"),
            Folder);
    }

    [Fact]
    public async Task UpdateCategory_answers_nothing_but_the_request() => GoldenFile.Matches(
        await _service.AnswerAsync(
            "UpdateCategory", "CateId", await _service.AddCategoryAsync("before"), "CateName", "after"),
        Folder);

    [Fact]
    public async Task DeleteCategory_takes_the_category_from_its_assets()
    {
        var category = await _service.AddCategoryAsync("films");
        var id = await _service.RegisterAsync("InputURL", Url, "CateId", category);
        await _service.AnswerAsync("UpdateCategory", "CateId", category, "CateName", "renamed");
        Assert.Contains(
            "\"CateName\": \"renamed\"",
            await _service.AnswerAsync("GetMediaInfo", "MediaId", id),
            StringComparison.Ordinal);

        await _service.AnswerAsync("DeleteCategory", "CateId", category);

        Assert.DoesNotContain("\"Cate", await _service.AnswerAsync("GetMediaInfo", "MediaId", id), StringComparison.Ordinal);
        Assert.Equal(
            "404 InvalidCateId.NotFound: The CateId not exist.",
            await _service.RefusalAsync("UpdateMediaInfo", "MediaId", id, "CateId", category));
    }

    [Fact]
    public async Task A_category_of_the_fourth_level_or_of_another_type_is_refused()
    {
        var second = await _service.AddCategoryAsync("second", await _service.AddCategoryAsync("first"));

        Assert.Equal(
            "400 LevelExceededMax: The level of categories exceeded maximum.",
            await _service.RefusalAsync(
                "AddCategory", "CateName", "4", "ParentId", await _service.AddCategoryAsync("third", second)));
        Assert.Equal(
            "400 InvalidParameter: The specified parameter \"Type\" is not valid.",
            await _service.RefusalAsync("AddCategory", "CateName", "3", "ParentId", second, "Type", "material"));
        Assert.Equal(
            "404 InvalidCateId.NotFound: The CateId not exist.",
            await _service.RefusalAsync("GetCategories", "CateId", second, "Type", "material"));
    }

    [Fact]
    public async Task A_hundred_and_first_category_is_refused()
    {
        for (var i = 0; i < 100; i++)
        {
            await _service.AddCategoryAsync($"{i}");
        }

        Assert.StartsWith(
            "400 SubTotalExceededMax: ", await _service.RefusalAsync("AddCategory", "CateName", "101"), StringComparison.Ordinal);
    }
}
