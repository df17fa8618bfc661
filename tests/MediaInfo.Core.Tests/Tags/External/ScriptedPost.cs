using System.Text;
using MediaInfo.Core.Tags.External;

namespace MediaInfo.Core.Tests.Tags.External;

/// <summary>A recogniser that gives one answer after another, and the last one for ever.</summary>
internal sealed class ScriptedPost(params PostAnswer[] answers) : IRecogniserPost
{
    private readonly List<(IReadOnlyDictionary<string, string> Headers, string Body)> _calls = [];

    public IReadOnlyList<(IReadOnlyDictionary<string, string> Headers, string Body)> Calls => _calls;

    public static PostAnswer Ok(string body) => new(200, Encoding.UTF8.GetBytes(body), IsTooLong: false);

    public static PostAnswer Status(int status) => new(status, default, IsTooLong: false);

    public Task<PostAnswer> SendAsync(
        string url,
        IReadOnlyDictionary<string, string> headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _calls.Add((headers, Encoding.UTF8.GetString(body.Span)));
        return Task.FromResult(answers[Math.Min(_calls.Count, answers.Length) - 1]);
    }
}
