using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>The real one reads this key of <see cref="FunctionContext.Items"/>, so a test can put a context there.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
        => context.Items.TryGetValue("HttpRequestContext", out var item) ? item as HttpContext : null;
}
