using MediaInfo.Core.Library;
using MediaInfo.TestSupport.Library;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetRegistrationTests
{
    private readonly LibraryWorld _world = new();

    [Fact]
    public async Task Registering_an_object_creates_an_asset_and_submits_its_analysis()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft("folder/film.MP4"));

        Assert.Equal(AssetStatus.Preparing, asset.Status);
        Assert.Equal("video", asset.MediaType);
        Assert.Equal("2024-02-29 12:00:00", asset.Title);
        var job = Assert.Single(_world.Jobs.All.Values);
        Assert.Equal(asset.JobId, job.Key.Id);
        Assert.Equal(AssetAnalysis.JobDialect, job.Dialect);
        Assert.Equal(asset.Source, job.Source);
        Assert.Equal(asset.Source, await new AssetObjects(_world.Assets).FindAsync(LibraryWorld.Account, asset.Key.Id, default));
        Assert.Null(await new AssetObjects(_world.Assets).FindAsync("another", asset.Key.Id, default));
    }

    [Fact]
    public async Task An_object_is_registered_only_once()
    {
        var first = await _world.RegisterAsync(LibraryWorld.Draft());
        var again = await _world.RegisterAsync(LibraryWorld.Draft() with { Title = "another", ClientToken = "token" });

        Assert.Equal(first.Key, again.Key);
        Assert.NotEqual("another", again.Title);
        Assert.Equal(first.Key, (await _world.RegisterAsync(LibraryWorld.Draft("b.mp4") with { ClientToken = "token" })).Key);
        Assert.Single(_world.Jobs.All);
    }

    [Fact]
    public async Task A_client_token_identifies_one_asset_during_its_lifetime()
    {
        var first = await _world.RegisterAsync(LibraryWorld.Draft() with { ClientToken = "token" });
        Assert.Equal(first.Key, (await _world.RegisterAsync(LibraryWorld.Draft("b.mp4") with { ClientToken = "token" })).Key);
        Assert.Equal(
            first.Key, (await _world.RegisterAsync(LibraryWorld.Draft() with { ClientToken = "token", Overwrite = true })).Key);

        await _world.Deletion.DeleteAsync(first.Key, default);

        Assert.NotEqual(first.Key, (await _world.RegisterAsync(LibraryWorld.Draft() with { ClientToken = "token" })).Key);
    }

    [Fact]
    public async Task Overwriting_deletes_the_old_asset_and_registers_a_new_one()
    {
        var old = await _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" });

        var asset = await _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference", Overwrite = true });

        Assert.NotEqual(old.Key, asset.Key);
        Assert.Equal(asset.Key, Assert.Single(_world.Assets.Live).Key);
        Assert.Equal(["Deleted"], _world.Queues.EventsOf(old.Key.Id));
    }

    [Fact]
    public async Task A_reference_id_belongs_to_one_live_asset()
    {
        var first = await _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" });

        Assert.Null(await _world.TryRegisterAsync(LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" }));
        Assert.Single(_world.Assets.Live);
        await _world.Deletion.DeleteAsync(first.Key, default);
        Assert.NotNull(await _world.TryRegisterAsync(LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" }));
    }

    [Fact]
    public async Task An_object_rejected_for_its_reference_id_can_be_registered_without_it()
    {
        await _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" });
        Assert.Null(await _world.TryRegisterAsync(LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" }));

        Assert.Equal("b.mp4", (await _world.RegisterAsync(LibraryWorld.Draft("b.mp4"))).Source.Key);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_fails_at_any_write_can_be_retried(bool after)
    {
        var draft = LibraryWorld.Draft() with { ClientToken = "token", ReferenceId = "reference", Overwrite = true };
        for (var write = 1; ; write++)
        {
            var world = new LibraryWorld();
            var old = await world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" });
            world.Interruptions.At(write, after);
            if (await Record.ExceptionAsync(() => world.RegisterAsync(draft)) is null)
            {
                Assert.True(write > 5, "Every write of a registration was broken once");
                break;
            }

            var asset = await world.RegisterAsync(draft);

            Assert.NotEqual(old.Key, asset.Key);
            Assert.Equal("reference", asset.ReferenceId);
            Assert.Equal(asset.Key, Assert.Single(world.Assets.Live).Key);
            Assert.Equal(AssetStatus.Preparing, asset.Status);
            Assert.Equal(asset.Key, (await world.RegisterAsync(draft)).Key);
            Assert.Contains(
                world.Jobs.All.Values,
                job => string.Equals(job.Key.Id, asset.JobId, StringComparison.Ordinal) && job.Source == asset.Source);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_leftovers_of_a_failed_call_do_not_block_other_calls(bool after)
    {
        for (var write = 1; ; write++)
        {
            var world = new LibraryWorld();
            world.Interruptions.At(write, after);
            if (await Record.ExceptionAsync(
                () => world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" })) is null)
            {
                break;
            }

            world.Time.Advance(TimeSpan.FromMinutes(2));
            var borne = world.Assets.Live.Count > 0;
            var asset = await world.TryRegisterAsync(LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" });

            Assert.Equal(borne, asset is null);
            await world.RegisterAsync(LibraryWorld.Draft());
            Assert.Single(world.Assets.Live, live => live.ReferenceId is "reference");
            Assert.Single(world.Assets.Live, live => live.Source.Key is "a.mp4");
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Concurrent_calls_in_any_order_leave_one_asset_per_name(int seed)
    {
        await InAnyOrderAsync(seed, async world =>
        {
            var calls = Enumerable.Range(0, 12)
                .Select(i => Draft(i))
                .Select(draft => Task.Run(() => world.TryRegisterAsync(draft)))
                .ToList();
            await Task.WhenAll(calls);
        });

        static AssetDraft Draft(int i) => LibraryWorld.Draft($"{i % 3}.mp4") with
        {
            ReferenceId = i % 2 == 0 ? $"reference-{i % 4}" : null,
            ClientToken = i % 4 == 3 ? "token" : null,
        };
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Concurrent_registrations_changes_and_deletions_leave_one_asset_per_name(int seed)
    {
        await InAnyOrderAsync(seed, async world =>
        {
            var known = new[]
            {
                await world.RegisterAsync(LibraryWorld.Draft("0.mp4") with { ReferenceId = "reference-0" }),
                await world.RegisterAsync(LibraryWorld.Draft("1.mp4")),
            };
            await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 4) switch
            {
                0 => world.TryRegisterAsync(
                    LibraryWorld.Draft($"{i % 3}.mp4") with { ReferenceId = "reference-0", Overwrite = i % 8 == 0 }),
                1 => world.Editing.ChangeAsync(known[1].Key, new AssetChange { ReferenceId = $"reference-{i % 2}" }, default),
                2 => world.Editing.ChangeAsync(known[0].Key, new AssetChange { ReferenceId = "reference-1" }, default),
                _ => (Task)world.Deletion.DeleteAsync(known[i % 2].Key, default),
            })));
        });
    }

    public static TheoryData<int> Orders => [.. Enumerable.Range(1, 20)];

    private static async Task InAnyOrderAsync(int seed, Func<LibraryWorld, Task> act)
    {
        var world = new LibraryWorld();
        var random = new Random(seed);
        var turns = new Lock();
        world.Assets.Before = YieldAsync;
        world.Claims.Before = YieldAsync;
        await act(world);

        Assert.All(world.Assets.Live.GroupBy(asset => asset.Source), group => Assert.Single(group));
        Assert.All(
            world.Assets.Live.Where(asset => asset.ReferenceId is not null).GroupBy(asset => asset.ReferenceId),
            group => Assert.Single(group));
        foreach (var asset in world.Assets.Live)
        {
            Assert.Equal(asset.Key, (await world.Catalog.FindAsync(LibraryWorld.Account, asset.Source, default))?.Key);
        }

        async Task YieldAsync(string operation)
        {
            int yields;
            lock (turns)
            {
                yields = random.Next(4);
            }

            for (var i = 0; i < yields; i++)
            {
                await Task.Yield();
            }
        }
    }
}
