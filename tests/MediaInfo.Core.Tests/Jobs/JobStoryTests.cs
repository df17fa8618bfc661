using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Story;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobStoryTests
{
    private static readonly DateTimeOffset At = TestJobs.CreatedAt;

    [Fact]
    public void Every_transition_tells_its_event()
    {
        var job = TestJobs.In(JobState.Waiting);
        foreach (var (state, i) in new[] { JobState.Running, JobState.Running, JobState.Succeeded }.Select((s, i) => (s, i)))
        {
            job = JobTransitions.Move(job, state, At.AddSeconds(i + 1))!;
        }

        Assert.Equal(
            [JobEventKind.Accepted, JobEventKind.Started, JobEventKind.Retried, JobEventKind.Succeeded],
            JobStory.Of(job).Select(told => told.Kind));
        Assert.Equal(At.AddSeconds(2), JobStory.Of(job)[2].At);
    }

    [Fact]
    public void An_endless_story_keeps_its_beginning_and_its_newest_events()
    {
        JobStory? story = null;
        for (var i = 0; i < 1000; i++)
        {
            story = JobStory.Add(story, new JobEvent(At.AddSeconds(i), JobEventKind.Retried));
        }

        Assert.Equal((JobStory.MaxEvents, 1000 - JobStory.MaxEvents), (story!.Events.Count, story.Omitted));
        Assert.Equal(
            [.. Enumerable.Range(0, 8), .. Enumerable.Range(944, 56)],
            story.Events.Select(told => (int)(told.At - At).TotalSeconds));
    }

    [Fact]
    public void A_long_detail_is_cut() => Assert.Equal(
        JobEvent.MaxDetail,
        new JobEvent(At, JobEventKind.CallbackAttempted) { Detail = new string('x', 10_000) }.Detail?.Length);

    [Fact]
    public void Stories_with_the_same_events_are_equal()
    {
        JobStory Story(JobEventKind kind) => JobStory.Add(JobStory.Add(null, new JobEvent(At, kind)), new JobEvent(At, kind));

        Assert.Equal(Story(JobEventKind.Held), Story(JobEventKind.Held));
        Assert.NotEqual(Story(JobEventKind.Held), Story(JobEventKind.Started));
    }
}
