using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using Xunit;

namespace MediaInfo.AzureStorage.Tests;

public sealed class StorageNamesTests
{
    private static readonly JobKey Key = new("my_Account-1", "0123456789abcdef0123456789abcdef");

    [Fact]
    public void Callers_cannot_use_this_services_containers_or_queues()
    {
        var reservations = new StorageReservations(new AzureStorageOptions { ConnectionString = "UseDevelopmentStorage=true" });

        Assert.All(StorageNames.Containers, container => Assert.True(reservations.IsReservedBucket(container)));
        Assert.All(StorageNames.Queues, queue => Assert.True(reservations.IsReservedQueue(queue)));
    }

    [Fact]
    public void Every_name_of_this_service_is_allowed_by_storage() =>
        Assert.All(StorageNames.Containers.Concat(StorageNames.Queues), name => Assert.True(StorageNames.IsLegal(name)));

    [Fact]
    public void The_poison_queue_has_the_name_that_the_functions_host_uses() =>
        Assert.Equal("callbacks-poison", StorageNames.CallbacksPoisonQueue);

    [Fact]
    public void Each_account_and_band_has_its_own_lane_and_all_share_one_poison_queue()
    {
        string[] accounts = ["a", "A", "a-", "a_", "-", "_", "1000000000000001", new string('x', 64), new string('X', 64)];
        var lanes = accounts
            .SelectMany(account => AnalysisJob.Priorities
                .Select(priority => StorageNames.AnalysesLanes.Of(account, priority))
                .Distinct())
            .Concat(accounts.Select(account => StorageNames.CallbacksLanes.Of(account, 0)))
            .ToList();

        Assert.Equal(accounts.Length * 4, lanes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(lanes, name => Assert.True(StorageNames.IsLegal(name), name));
        Assert.All(lanes, name => Assert.True(StorageNames.IsOwnQueue(name), name));
        Assert.Equal("analyses-poison", StorageNames.AnalysesPoisonQueue);
        Assert.Equal(StorageNames.Queues.Count, StorageNames.Queues.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_name_of_a_lane_must_never_change()
    {
        Assert.Equal("analyses-c08c6ff45c135feecf549cac63b0aecb-7", StorageNames.AnalysesLanes.Of("1000000000000001", 6));
        Assert.Equal("callbacks-c08c6ff45c135feecf549cac63b0aecb", StorageNames.CallbacksLanes.Of("1000000000000001", 0));
    }

    [Theory]
    [InlineData("analyses-1", true)]
    [InlineData("analyses-10", true)]
    [InlineData("analyses-poison", true)]
    [InlineData("callbacks", true)]
    [InlineData("callbacks-poison", true)]
    [InlineData("analyses-11", false)]
    [InlineData("analyses-of-mine", false)]
    [InlineData("callbacks-of-mine", false)]
    [InlineData("my-callbacks", false)]
    public void This_services_queues_are_recognized_by_name(string name, bool isOwn) =>
        Assert.Equal(isOwn, StorageNames.IsOwnQueue(name));

    [Fact]
    public void Metrics_use_one_name_for_the_lanes_of_all_accounts()
    {
        Assert.Equal("analyses-10", StorageNames.ShownName(StorageNames.AnalysesLanes.Of("a", 10)));
        Assert.Equal("analyses-10", StorageNames.ShownName("analyses-10"));
        Assert.Equal("callbacks", StorageNames.ShownName(StorageNames.CallbacksLanes.Of("a", 0)));
        Assert.Equal("analyses-7", StorageNames.ShownName("analyses-5"));
        Assert.Null(StorageNames.ShownName("callbacks-poison"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void An_invalid_priority_has_no_queue(int priority) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StorageNames.AnalysesQueue(priority));

    [Fact]
    public void A_jobs_blobs_share_the_folder_of_its_account()
    {
        Assert.Equal("my_Account-1/0123456789abcdef0123456789abcdef.json", StorageNames.JobBlob(Key));
        Assert.Equal(
            "my_Account-1/0123456789abcdef0123456789abcdef/packets.json", StorageNames.ResultBlob(Key, ResultPart.Packets));
    }

    [Fact]
    public void Assets_and_claims_have_their_own_folders()
    {
        Assert.Equal(
            "my_Account-1/assets/0123456789abcdef0123456789abcdef.json",
            StorageNames.AssetBlob(new AssetKey(Key.Account, Key.Id)));
        Assert.Null(StorageNames.AssetBlob(new AssetKey(Key.Account, "../by-url/x")));
        var names =
            Enum.GetValues<ClaimKind>().Select(kind => StorageNames.ClaimBlob(new ClaimName("a", kind, "../x\n"))).ToList();
        Assert.Equal(["a/by-url/", "a/by-reference/", "a/by-token/"], names.Select(name => name[..(name.LastIndexOf('/') + 1)]));
    }

    [Fact]
    public void An_unknown_part_has_no_blob() => Assert.Null(StorageNames.ResultBlob(Key, (ResultPart)99));

    [Theory]
    [InlineData("abc", true)]
    [InlineData("0-9", true)]
    [InlineData("sixty-four-characters-are-one-more-than-storage-allows-for-names", false)]
    [InlineData("sixty-three-characters-are-what-storage-allows-a-name-to-have-1", true)]
    [InlineData("ab", false)]
    [InlineData("a-", false)]
    [InlineData("-ab", false)]
    [InlineData("ab-", false)]
    [InlineData("a--b", false)]
    [InlineData("a.b", false)]
    [InlineData("a b", false)]
    [InlineData("ABC", false)]
    [InlineData("äbc", false)]
    public void A_name_is_legal_if_storage_allows_it(string name, bool isLegal) =>
        Assert.Equal(isLegal, StorageNames.IsLegal(name));
}
