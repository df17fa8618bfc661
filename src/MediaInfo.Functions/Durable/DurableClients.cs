using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Durable;

/// <summary>The client of the durable host. The host passes it to functions, and it serves all later calls.</summary>
public sealed class DurableClients
{
    private volatile DurableTaskClient? _client;

    /// <summary>The client.</summary>
    /// <exception cref="InvalidOperationException">No function has received it yet.</exception>
    public DurableTaskClient Client =>
        _client ?? throw new InvalidOperationException("No function has received a durable client yet");

    /// <summary>Notes the client that a function received.</summary>
    public void Use(DurableTaskClient client) => _client = client;
}
