using MediaInfo.Core.Accounts;
using MediaInfo.Core.Tests.Fixtures;

namespace MediaInfo.Api.Tests.Ims.Library;

/// <summary>The media library of an account whose buckets and queues are bounded, or were changed after it registered assets.</summary>
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
    public async Task An_address_in_a_bucket_of_somebody_else_is_refused_there_or_not(string action)
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
    public async Task An_asset_whose_bucket_is_lost_keeps_what_is_known_and_has_no_address(string action, string name, params string[] more)
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
    public async Task Such_an_asset_can_still_be_deleted_by_its_id()
    {
        var id = await RegisterAnalyzedAsync();

        Assert.Contains("\"ForbiddenList\"", await After.AnswerAsync("DeleteMediaInfos", "InputURLs", Url), StringComparison.Ordinal);
        Assert.DoesNotContain("List", await After.AnswerAsync("DeleteMediaInfos", "MediaIds", id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ice-callback-theirs")]
    [InlineData("ice-callback-mine-poison")]
    [InlineData("ice-callback-mine-1-poison")]
    public async Task A_queue_of_somebody_else_is_refused_wherever_it_is_named(string queue)
    {
        var id = await RegisterAnalyzedAsync();
        var userData = $$"""{"NotifyAddress":"{{queue}}"}""";

        Assert.Equal(Denied, await After.RefusalAsync("SetEventCallback", "CallbackType", "MNS", "CallbackQueueName", queue));
        Assert.Equal(Denied, await After.RefusalAsync("UpdateMediaInfo", "MediaId", id, "UserData", userData));
        Assert.Equal(Denied, await After.RefusalAsync("RegisterMediaInfo", "InputURL", "oss://mine-films/a.mp4", "UserData", userData));
        Assert.Null(await After.Callbacks.FindAsync(Core.Tests.Library.Support.LibraryWorld.Account, default));
    }

    [Fact]
    public async Task A_queue_of_ones_own_is_taken() =>
        Assert.Contains(
            "\"Success\": true",
            await After.AnswerAsync("SetEventCallback", "CallbackType", "MNS", "CallbackQueueName", "ice-callback-mine-1"),
            StringComparison.Ordinal);

    private async Task<string> RegisterAnalyzedAsync()
    {
        var draft = Core.Tests.Library.Support.LibraryWorld.Draft();
        return (await _before.World.RegisterAnalyzedAsync(draft, FfprobeFixture.Describe("sample.mp4"))).Key.Id;
    }
}
