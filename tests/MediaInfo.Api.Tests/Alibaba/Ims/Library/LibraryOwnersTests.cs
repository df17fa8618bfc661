using MediaInfo.Core.Accounts;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Library;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

/// <summary>
/// The media library of an account with limited buckets and queues, or whose buckets and queues changed after it registered
/// assets.
/// </summary>
public sealed class LibraryOwnersTests
{
    private const string Url = "oss://bucket/a.mp4";
    private const string Denied = "403 Forbidden: User not authorized to operate on the specified resource.";

    private readonly LibraryService _before = new();

    private LibraryService After => field ??= _before.After(account => account with
    {
        Buckets = [new BucketGrant { Name = "mine-*" }],
        Queues = ["ice-callback-mine-*"],
    });

    [Theory]
    [InlineData("RegisterMediaInfo")]
    [InlineData("GetMediaInfo")]
    [InlineData("UpdateMediaInfo")]
    public async Task A_URL_in_another_accounts_bucket_is_refused_whether_or_not_it_exists(string action)
    {
        await RegisterAnalyzedAsync();

        Assert.Equal(Denied, await After.RefusalAsync(action, "InputURL", Url));
        Assert.Equal(Denied, await After.RefusalAsync(action, "InputURL", "oss://bucket/missing.mp4"));
        Assert.Equal(Denied, await After.RefusalAsync(action, "InputURL", "oss://missing/a.mp4"));
    }

    [Theory]
    [InlineData("GetMediaInfo", "MediaId")]
    [InlineData("BatchGetMediaInfos", "MediaIds", "AdditionType", "FileInfo")]
    [InlineData("ListMediaBasicInfos", "MediaId", "IncludeFileBasicInfo", "true")]
    public async Task An_asset_keeps_its_description_but_has_no_URL_once_its_bucket_is_lost(
        string action, string name, params string[] more)
    {
        var id = await RegisterAnalyzedAsync();

        foreach (var output in new[] { "oss", "cdn" })
        {
            string[] parameters = [name, id, "OutputType", output, .. more];
            Assert.Contains("\"FileUrl\"", await _before.AnswerAsync(action, parameters), StringComparison.Ordinal);
            var answer = await After.AnswerAsync(action, parameters);
            Assert.DoesNotContain("\"FileUrl\"", answer, StringComparison.Ordinal);
            Assert.Contains("\"FileSize\"", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_asset_whose_bucket_is_lost_can_still_be_deleted_by_its_id()
    {
        var id = await RegisterAnalyzedAsync();

        Assert.Contains(
            "\"ForbiddenList\"", await After.AnswerAsync("DeleteMediaInfos", "InputURLs", Url), StringComparison.Ordinal);
        Assert.DoesNotContain("List", await After.AnswerAsync("DeleteMediaInfos", "MediaIds", id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ice-callback-theirs")]
    [InlineData("ice-callback-mine-poison")]
    [InlineData("ice-callback-mine-1-poison")]
    public async Task Another_accounts_queue_is_refused_in_every_parameter(string queue)
    {
        var id = await RegisterAnalyzedAsync();
        var userData = $$"""{"NotifyAddress":"{{queue}}"}""";

        Assert.Equal(Denied, await After.RefusalAsync("SetEventCallback", "CallbackType", "MNS", "CallbackQueueName", queue));
        Assert.Equal(Denied, await After.RefusalAsync("UpdateMediaInfo", "MediaId", id, "UserData", userData));
        Assert.Equal(
            Denied, await After.RefusalAsync("RegisterMediaInfo", "InputURL", "oss://mine-films/a.mp4", "UserData", userData));
        Assert.Null(await After.Callbacks.FindAsync(LibraryWorld.Account, default));
    }

    [Fact]
    public async Task The_accounts_own_queue_is_accepted() =>
        Assert.Contains(
            "\"Success\": true",
            await After.AnswerAsync("SetEventCallback", "CallbackType", "MNS", "CallbackQueueName", "ice-callback-mine-1"),
            StringComparison.Ordinal);

    private async Task<string> RegisterAnalyzedAsync()
    {
        var draft = LibraryWorld.Draft();
        return (await _before.World.RegisterAnalyzedAsync(draft, FfprobeFixture.Describe("sample.mp4"))).Key.Id;
    }
}
