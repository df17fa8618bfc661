using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobTransitionsTests
{
    private static readonly DateTimeOffset At = TestJobs.CreatedAt.AddHours(1);

    private static readonly HashSet<(JobState From, JobState To)> Legal =
    [
        (JobState.Waiting, JobState.Running),
        (JobState.Waiting, JobState.Failed),
        (JobState.Waiting, JobState.Canceled),
        (JobState.Running, JobState.Running),
        (JobState.Running, JobState.Succeeded),
        (JobState.Running, JobState.Failed),
    ];

    public static TheoryData<JobState, JobState> Pairs
    {
        get
        {
            var pairs = new TheoryData<JobState, JobState>();
            foreach (var from in Enum.GetValues<JobState>())
            {
                foreach (var to in Enum.GetValues<JobState>())
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Only_the_transitions_in_the_table_are_allowed(JobState from, JobState to)
    {
        var moved = JobTransitions.Move(TestJobs.In(from), to, At);

        Assert.Equal(Legal.Contains((from, to)), JobTransitions.IsLegal(from, to));
        Assert.Equal(Legal.Contains((from, to)) ? to : null, moved?.State);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_transition_sets_its_own_time_and_keeps_everything_else(JobState from, JobState to)
    {
        var job = TestJobs.In(from);
        if (JobTransitions.Move(job, to, At) is not { } moved)
        {
            Assert.DoesNotContain((from, to), Legal);
            return;
        }

        Assert.Equal(to == JobState.Running ? At : job.StartedAt, moved.StartedAt);
        Assert.Equal(to == JobState.Running ? null : At, moved.EndedAt);
        Assert.Equal(job, moved with { State = job.State, StartedAt = job.StartedAt, EndedAt = job.EndedAt, Story = job.Story });
    }

    [Theory]
    [InlineData(JobState.Waiting, false)]
    [InlineData(JobState.Running, false)]
    [InlineData(JobState.Succeeded, true)]
    [InlineData(JobState.Failed, true)]
    [InlineData(JobState.Canceled, true)]
    public void Three_states_are_final_and_no_job_leaves_them(JobState state, bool final)
    {
        Assert.Equal(final, JobTransitions.IsFinal(state));
        Assert.Equal(final, !Enum.GetValues<JobState>().Any(to => JobTransitions.IsLegal(state, to)));
    }
}
