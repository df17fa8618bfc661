using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Pipelines;

/// <summary>The contract of <see cref="IHeldJobs"/>.</summary>
public abstract class HeldJobsContract(StorageRig rig) : StorageContract(rig)
{
    private const string Pipeline = "0123456789abcdef0123456789abcdef";

    private IHeldJobs Held => Rig.Held;

    [Fact]
    public async Task Only_the_notes_of_the_pipeline_are_listed()
    {
        HeldJob[] jobs = [NewJob(), NewJob()];
        HeldJob[] others =
            [NewJob("ffffffffffffffffffffffffffffffff"), new HeldJob(new JobKey(Another, Unique.Id()), Pipeline)];
        foreach (var job in jobs.Concat(others))
        {
            await Held.AddAsync(job, default);
        }

        Assert.Equal(jobs.ToHashSet(), (await ListAsync()).Select(note => note.Held).ToHashSet());
    }

    [Fact]
    public async Task A_listed_note_is_the_one_that_was_added()
    {
        var note = await Held.AddAsync(NewJob(), default);

        Assert.Equal([note], await ListAsync());
    }

    [Fact]
    public async Task A_job_noted_twice_has_one_note()
    {
        var job = NewJob();

        await Held.AddAsync(job, default);
        var second = await Held.AddAsync(job, default);

        Assert.Equal(second, Assert.Single(await ListAsync()));
    }

    [Fact]
    public async Task A_job_can_wait_for_two_pipelines()
    {
        var job = NewJob();
        await Held.AddAsync(job, default);
        var other = await Held.AddAsync(job with { PipelineId = "ffffffffffffffffffffffffffffffff" }, default);

        await Held.RemoveAsync(other, default);

        Assert.Equal(job, Assert.Single(await ListAsync()).Held);
    }

    [Fact]
    public async Task A_note_can_be_removed_as_it_was_added_or_listed()
    {
        await Held.RemoveAsync(await Held.AddAsync(NewJob(), default), default);
        await Held.AddAsync(NewJob(), default);
        await Held.RemoveAsync(Assert.Single(await ListAsync()), default);

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_note_renewed_in_the_meantime_is_not_removed()
    {
        var job = NewJob();
        var added = await Held.AddAsync(job, default);
        var listed = Assert.Single(await ListAsync());
        await Held.AddAsync(job, default);

        await Held.RemoveAsync(added, default);
        await Held.RemoveAsync(listed, default);

        Assert.Equal(job, Assert.Single(await ListAsync()).Held);
    }

    [Fact]
    public async Task A_note_added_again_after_its_removal_is_not_removed_by_an_old_reader()
    {
        var job = NewJob();
        var old = await Held.AddAsync(job, default);
        await Held.RemoveAsync(old, default);
        var note = await Held.AddAsync(job, default);

        await Held.RemoveAsync(old, default);

        Assert.Equal([note], await ListAsync());
    }

    [Fact]
    public async Task Removing_a_missing_note_is_not_an_error()
    {
        var note = await Held.AddAsync(NewJob(), default);
        await Held.RemoveAsync(note, default);

        await Held.RemoveAsync(note, default);

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_reader_may_remove_what_it_reads()
    {
        for (var i = 0; i < 20; i++)
        {
            await Held.AddAsync(NewJob(), default);
        }

        var read = 0;
        await foreach (var note in Held.ListAsync(Account, Pipeline, default))
        {
            await Held.RemoveAsync(note, default);
            read++;
        }

        Assert.Equal(20, read);
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("../0123456789abcdef0123456789abcdef")]
    [InlineData("long")]
    public async Task Nothing_waits_for_an_invalid_pipeline(string pipeline)
    {
        await Held.AddAsync(NewJob(), default);
        var id = pipeline is "long" ? new string('\u00a3', 20_000) : pipeline;

        Assert.Empty(await Held.ListAsync(Account, id, default).ToListAsync());
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        var note = await Held.AddAsync(NewJob(), default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Held.AddAsync(NewJob(), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Held.RemoveAsync(note, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Held.ListAsync(Account, Pipeline, Cancelled).ToListAsync(default));
        Assert.Equal([note], await ListAsync());
    }

    private HeldJob NewJob(string pipeline = Pipeline) => new(new JobKey(Account, Unique.Id()), pipeline);

    private async Task<List<HeldJobNote>> ListAsync() => await Held.ListAsync(Account, Pipeline, default).ToListAsync();
}
