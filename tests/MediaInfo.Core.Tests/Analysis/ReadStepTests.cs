using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class ReadStepTests
{
    [Fact]
    public async Task No_step_reads_a_bucket_that_the_account_no_longer_owns()
    {
        var buckets = new BucketGrant { Name = "another" };
        var accounts = new AccountOptions { List = [new Account { Id = TestJobs.Account, Buckets = [buckets] }] };
        var rig = new AnalysisRig();
        rig.Access = new ObjectAccess(new ObjectOptions(), accounts, new FewReservedNames());
        await rig.AddAsync(TestJobs.In(JobState.Running));
        var steps = rig.Steps();

        foreach (var step in new[]
        {
            steps.ReadStreamsAsync,
            steps.DigestAsync,
            (Func<JobKey, CancellationToken, Task<StepOutcome>>)steps.CountPacketsAsync,
        })
        {
            var outcome = await step(TestJobs.Key(), CancellationToken.None);
            Assert.Equal(new JobFailure(FailureReason.ObjectDenied, "Access to the object is denied"), outcome.Failure);
            Assert.Equal(0, outcome.Usage.Requests);
        }

        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
        Assert.Empty(rig.Reader.ReceivedCalls());
    }

    [Theory]
    [InlineData(typeof(TimeoutException), FailureReason.StorageSilent)]
    [InlineData(typeof(IOException), FailureReason.StorageSilent)]
    [InlineData(typeof(InvalidOperationException), FailureReason.Internal)]
    public async Task A_job_whose_object_storage_did_not_give_says_so_at_its_end(Type fault, FailureReason reason)
    {
        var rig = new AnalysisRig();
        await rig.AddAsync(TestJobs.In(JobState.Running));
        rig.Reader.DescribeAsync(default!, default!, default).ReturnsForAnyArgs<Task<Reading<AnalysisResult>>>(
            _ => throw (Exception)Activator.CreateInstance(fault)!);

        await Assert.ThrowsAsync(fault, () => rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None));
        await rig.Steps().AbandonAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(reason, rig.Job.Failure?.Reason);
    }

    [Fact]
    public async Task Without_a_job_there_is_nothing_to_read()
    {
        var rig = new AnalysisRig();
        var gone =
            new StepOutcome(new JobFailure(FailureReason.Internal, "The job's document no longer exists"), ProbeUsage.Zero);

        Assert.Equal(gone, await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None));
        Assert.Equal(gone, await rig.Steps().DigestAsync(TestJobs.Key(), CancellationToken.None));
        Assert.Equal(gone, await rig.Steps().CountPacketsAsync(TestJobs.Key(), CancellationToken.None));
        Assert.Empty(rig.Reader.ReceivedCalls());
    }
}
