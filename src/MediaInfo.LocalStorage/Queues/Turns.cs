using MediaInfo.Core.Queues;

namespace MediaInfo.LocalStorage.Queues;

/// <summary>Divides the room among the accounts that have messages.</summary>
internal static class Turns
{
    /// <summary>Takes messages in rounds. In each, every account gets an equal portion of the room that is left.</summary>
    /// <param name="waiting">Each account's messages, in the order of the accounts.</param>
    /// <param name="total">The most messages to take.</param>
    public static List<WorkMessage> Deal(List<Queue<WorkMessage>> waiting, int total)
    {
        var taken = new List<WorkMessage>();
        while (taken.Count < total && waiting.Count > 0)
        {
            var portion = (total - taken.Count + waiting.Count - 1) / waiting.Count;
            foreach (var account in waiting)
            {
                for (var i = 0; i < portion && taken.Count < total && account.TryDequeue(out var message); i++)
                {
                    taken.Add(message);
                }
            }

            waiting.RemoveAll(account => account.Count == 0);
        }

        return taken;
    }
}
