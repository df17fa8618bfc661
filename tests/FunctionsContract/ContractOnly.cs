/// <summary>What a member answers that would need the real packages and a Functions host.</summary>
internal static class ContractOnly
{
    public static NotSupportedException Exception(string member) => new(
        $"{member} is declared by FunctionsContract for type checks and substitutes only; "
        + "nothing runs without the real Azure Functions packages (build with PackageFeed=full).");
}
