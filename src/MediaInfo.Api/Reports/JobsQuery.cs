using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Jobs.Story;

namespace MediaInfo.Api.Reports;

/// <summary>Reads the parameters of a list of jobs of every dialect.</summary>
/// <parameter name="State" otherwise="every state" type="list" values="Waiting,Running,Succeeded,Failed,Canceled"
/// example="Waiting,Running">
/// The jobs' states, separated by commas: Waiting, Running, Succeeded, Failed, Canceled.
/// </parameter>
/// <parameter name="Dialect" otherwise="every API" type="list" values="mps,ims,mpc" example="mps,ims">
/// The APIs that accepted the jobs, separated by commas: mps, ims, mpc.
/// </parameter>
/// <parameter name="Work" otherwise="all kinds" values="analysis,snapshot,tags" example="analysis">
/// What the jobs do: analysis, snapshot or tags.
/// </parameter>
/// <parameter name="Source" otherwise="every object" maxlength="1024" example="holiday">
/// A text that the object's <c>bucket/key</c> contains, in upper or lower case. One call looks at the documents of 400 jobs at
/// most, so a page may have few jobs, or none, and a NextToken nevertheless.
/// </parameter>
/// <parameter name="Message" otherwise="whatever became of them" type="list" values="Delivered,Attempted,GivenUp"
/// example="Attempted,GivenUp">
/// What became last of the messages that tell of the jobs' ends, separated by commas: Delivered, Attempted (an attempt failed,
/// and others follow), GivenUp. One call looks at as many documents as with Source.
/// </parameter>
/// <parameter name="StartTime" otherwise="no bound" format="date-time" example="2024-02-29T00:00:00Z">
/// Jobs submitted from this time on: ISO 8601, UTC.
/// </parameter>
/// <parameter name="EndTime" otherwise="no bound" format="date-time" example="2024-02-29T23:59:59Z">
/// Jobs submitted until the end of this second: ISO 8601, UTC.
/// </parameter>
/// <parameter name="MaxResults" otherwise="20" type="integer" min="1" max="100" example="50">Jobs per page, 1 to 100.</parameter>
/// <parameter name="NextToken" otherwise="the first page" maxlength="64"
/// example="bjg4YzZjYTE4NGMwZTQ3MDk4YTViNjY1ZTJhMTI2Nzk3">
/// The token of the page before. It does not expire.
/// </parameter>
internal static class JobsQuery
{
    private const string State = "State";
    private const string Dialect = "Dialect";
    private const string Work = "Work";
    private const string Source = "Source";
    private const string Message = "Message";
    private const string Start = "StartTime";
    private const string End = "EndTime";
    private const string Size = "MaxResults";
    private const string Token = "NextToken";
    private const int DefaultSize = 20;
    private const int MaxSource = 1024;

    private static readonly string[] Apis = ["mps", "ims", "mpc"];

    /// <summary>The requested page, or the parameter that is invalid.</summary>
    public static (JobQuery? Query, RpcError? Error) Parse(RpcCall call)
    {
        if (Array.Find(
            [Start, End], bound => call.Parameters[bound] is { } text && PageParameters.TimeOf(text) is null) is { } wrong)
        {
            return Refused(wrong);
        }

        var states = call.Parameters.List(State);
        var apis = call.Parameters.List(Dialect);
        var named = call.Parameters[Work];
        var work = named is null ? null : OwnText.WorkOf(named);
        var source = call.Parameters[Source];
        var messages = call.Parameters.List(Message);
        var token = call.Parameters[Token];
        var after = token is null ? null : JobContinuation.Read(token, JobOrder.NewestFirst);
        return states?.Any(state => StateOf(state) is null) == true ? Refused(State)
            : apis?.Except(Apis, StringComparer.Ordinal).Any() == true ? Refused(Dialect)
            : named is not null && work is null ? Refused(Work)
            : source is { Length: > MaxSource } ? Refused(Source)
            : messages?.Any(message => MessageOf(message) is null) == true ? Refused(Message)
            : token is not null && after is null ? Refused(Token)
            : PageParameters.SizeOf(call.Parameters[Size], DefaultSize) is not { } size ? Refused(Size)
            : (new JobQuery(
                new JobFilter(call.Account, Dialect: null)
                {
                    States = states is { Count: > 0 } ? [.. states.Select(StateOf).OfType<JobState>()] : null,
                    Apis = apis is { Count: > 0 } ? apis : null,
                    Work = work,
                    SourceText = source,
                    Messages = messages is { Count: > 0 } ? [.. messages.Select(MessageOf).OfType<JobEventKind>()] : null,
                    CreatedFrom = PageParameters.TimeOf(call.Parameters[Start]),
                    CreatedBefore = InclusiveBound.SecondAfter(PageParameters.TimeOf(call.Parameters[End])),
                },
                size) { After = after }, null);
    }

    private static (JobQuery? Query, RpcError? Error) Refused(string parameter) => (null, ReportErrors.Invalid(parameter));

    private static JobEventKind? MessageOf(string text) => text switch
    {
        "Delivered" => JobEventKind.CallbackDelivered,
        "Attempted" => JobEventKind.CallbackAttempted,
        "GivenUp" => JobEventKind.CallbackGivenUp,
        _ => null,
    };

    private static JobState? StateOf(string text) =>
        Enum.GetValues<JobState>().Cast<JobState?>().FirstOrDefault(
            state => string.Equals(state.ToString(), text, StringComparison.Ordinal));
}
