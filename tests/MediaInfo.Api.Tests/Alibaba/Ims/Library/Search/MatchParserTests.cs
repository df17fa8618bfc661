using MediaInfo.Api.Alibaba.Ims.Library.Search;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library.Search;

public sealed class MatchParserTests
{
    private static readonly DateTimeOffset Created = DateTimeOffset.FromUnixTimeMilliseconds(1_693_367_158_561);

    private static readonly Asset Film = new()
    {
        Key = new AssetKey("account", "0123456789abcdef0123456789abcdef"),
        InputUrl = "oss://bucket/film.mp4",
        Source = new ObjectRef("bucket", "film.mp4"),
        Region = "cn-shanghai",
        MediaType = "video",
        BusinessType = "opening",
        Title = "Made in China, it's 'new'",
        Description = "A film",
        Category = "films",
        CategoryId = 100_000_001,
        Tags = ["sea", "sun"],
        ReferenceId = "film-0001",
        Status = AssetStatus.Normal,
        CreatedAt = Created,
        ModifiedAt = Created.AddSeconds(1),
    };

    [Theory]
    [InlineData("title = 'china'")]
    [InlineData("title=\"China\"")]
    [InlineData("TITLE = 'CHINA'")]
    [InlineData("title in ('Japan','China')")]
    [InlineData("title == 'Made in China, it\\'s \\'new\\''")]
    [InlineData("title = 'it\\'s'")]
    [InlineData("description = 'film'")]
    [InlineData("tagList in ('rain','sun')")]
    [InlineData("mediaTags = 'sea'")]
    [InlineData("mediaId == '0123456789abcdef0123456789abcdef'")]
    [InlineData("cateId == 100000001")]
    [InlineData("cateId = '100000001'")]
    [InlineData("cateId = [100000000,100000002]")]
    [InlineData("status == 3")]
    [InlineData("status in ('2','3')")]
    [InlineData("status = 'Normal'")]
    [InlineData("utcCreate = ['1693367158561','1693367158562')")]
    [InlineData("utcCreate = (1693367158560,1693367158561]")]
    [InlineData("createTime = ['2023-08-30T03:45:58Z','2023-08-30T03:46:00Z')")]
    [InlineData("utcCreate = [1693367158561,]")]
    [InlineData("utcCreate = ('','1693367158562')")]
    [InlineData("utcCreate = 1693367158561")]
    [InlineData("utcModified = (1693367158561,1693367159561]")]
    [InlineData("fileInfo.storageLocation == 'oss-cn-shanghai'")]
    [InlineData("fileInfo.storageLocation in ('cn-beijing','cn-shanghai')")]
    [InlineData("businessType = 'opening' and source = oss and category == films and referenceId = 'film-0001'")]
    [InlineData("inputURL = 'oss://bucket/film.mp4'")]
    [InlineData("title = 'Japan' or title = 'China'")]
    [InlineData("(title = 'Japan' or title = 'China') and status = 3")]
    [InlineData("title = 'Japan' and status = 3 or cateId = 100000001")]
    [InlineData("((title = 'China'))")]
    [InlineData("mediaType in ('audio','video')")]
    public void A_condition_that_is_met(string match) => Assert.True(Parse(match).IsMetBy(Film));

    [Theory]
    [InlineData("title = 'Japan'")]
    [InlineData("title == 'China'")]
    [InlineData("tagList in ('s','u')")]
    [InlineData("mediaId == '0123456789ABCDEF0123456789abcdef'")]
    [InlineData("status = 17")]
    [InlineData("utcCreate = (1693367158561,1693367158562)")]
    [InlineData("utcCreate = [1693367158560,1693367158561)")]
    [InlineData("utcCreate = [1693367158562,]")]
    [InlineData("mediaType = audio")]
    [InlineData("title = 'China' and status = 1")]
    [InlineData("title = 'Japan' and (status = 3 or cateId = 100000001)")]
    public void A_condition_that_is_not_met(string match) => Assert.False(Parse(match).IsMetBy(Film));

    [Theory]
    [InlineData("title = 'Made'", true)]
    [InlineData("mediaType = 'audio'", false)]
    [InlineData("title = 'Made' and mediaType in ('video','audio')", false)]
    public void Videos_are_found_unless_a_type_is_named(string match, bool isRestricted)
    {
        var sound = Film with { MediaType = "audio" };

        Assert.Equal((isRestricted, !isRestricted), (!Parse(match).IsMetBy(sound), Parse(match).IsMetBy(sound)));
        Assert.Equal((true, false), (MatchParser.Videos.IsMetBy(Film), MatchParser.Videos.IsMetBy(sound)));
    }

    [Theory]
    [InlineData("mediaId == 'x' and status = 3 and mediaType = video and utcCreate = [1,2]", false)]
    [InlineData("status = 3 and businessType = 'opening'", true)]
    [InlineData("status = 3 and title = 'China'", null)]
    [InlineData("status = 2 and title = 'China'", false)]
    public void A_list_decides_what_it_can(string match, bool? isMet) => Assert.Equal(
        isMet, Parse(match).IsMetBy(new AssetEntry(Film.Key.Id, Film.Status, Film.MediaType, Film.BusinessType, Film.CreatedAt)));

    [Theory]
    [InlineData("height = '1080'", "There is no search field \"height\".")]
    [InlineData("aiLabelInfo.category == 'x'", "There is no search field \"aiLabelInfo.category\".")]
    [InlineData("(title = 'a' or nothing == 1)", "There is no search field \"nothing\".")]
    [InlineData("title", "It ends too early.")]
    [InlineData("title = 'a' and", "It ends too early.")]
    [InlineData("title = 'a' 'b'", "It is not understood at \"b\".")]
    [InlineData("title = 'a' && status = 1", null)]
    [InlineData("title = 'a", null)]
    [InlineData("title == ", "It ends too early.")]
    [InlineData("title in 'a'", "It is not understood at \"a\".")]
    [InlineData("title in ('a' 'b')", "It is not understood at \"b\".")]
    [InlineData("title in ()", "It is not understood at \")\".")]
    [InlineData("title in (", "It ends too early.")]
    [InlineData("utcCreate = [1,2", "It ends too early.")]
    [InlineData("utcCreate = [1]", "It is not understood at \"]\".")]
    [InlineData("utcCreate = ['yesterday','today']", "It ends too early.")]
    [InlineData("title = ['a','b']", "It ends too early.")]
    [InlineData("status = 'Perfect'", "It ends too early.")]
    [InlineData("status = 4", "It ends too early.")]
    [InlineData("cateId = many", "It ends too early.")]
    [InlineData("(title = 'a'", "It ends too early.")]
    [InlineData("title = 'a')", "It is not understood at \")\".")]
    [InlineData("", "It ends too early.")]
    [InlineData("= 'a'", "It is not understood at \"=\".")]
    public void Another_text_is_no_condition(string match, string? problem)
    {
        var (condition, said) = MatchParser.Parse(match);

        Assert.Null(condition);
        Assert.NotNull(said);
        Assert.Equal(problem ?? said, said);
    }

    [Fact]
    public void Length_depth_and_numbers_are_bounded()
    {
        Assert.NotNull(MatchParser.Parse(Nested(8)).Condition);
        Assert.Null(MatchParser.Parse(Nested(9)).Condition);
        Assert.NotNull(MatchParser.Parse(Joined(64)).Condition);
        Assert.Null(MatchParser.Parse(Joined(65)).Condition);
        Assert.NotNull(MatchParser.Parse(Listed(100)).Condition);
        Assert.Null(MatchParser.Parse(Listed(101)).Condition);
        Assert.NotNull(MatchParser.Parse($"title = '{new string('x', 60)}'").Condition);
        Assert.Null(MatchParser.Parse($"title = '{new string('x', 61)}'").Condition);
        Assert.Null(MatchParser.Parse($"title = 'x'{new string(' ', 4086)}").Condition);
        Assert.Null(MatchParser.Parse(new string('(', 4096)).Condition);
    }

    private static string Nested(int depth) => $"{new string('(', depth)}title = 'x'{new string(')', depth)}";

    private static string Joined(int count) => string.Join(" or ", Enumerable.Repeat("title = 'x'", count));

    private static string Listed(int count) => $"title in ({string.Join(',', Enumerable.Repeat("'x'", count))})";

    private static Core.Library.Search.IAssetCondition Parse(string match)
    {
        var (condition, problem) = MatchParser.Parse(match);
        Assert.Null(problem);
        return condition!;
    }
}
