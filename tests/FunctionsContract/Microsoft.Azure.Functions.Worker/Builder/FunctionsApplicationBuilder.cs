using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder()
        => throw ContractOnly.Exception("FunctionsApplicationBuilder");

    public IDictionary<object, object> Properties => throw ContractOnly.Exception("FunctionsApplicationBuilder.Properties");

    public ConfigurationManager Configuration => throw ContractOnly.Exception("FunctionsApplicationBuilder.Configuration");

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IHostEnvironment Environment => throw ContractOnly.Exception("FunctionsApplicationBuilder.Environment");

    public ILoggingBuilder Logging => throw ContractOnly.Exception("FunctionsApplicationBuilder.Logging");

    public IMetricsBuilder Metrics => throw ContractOnly.Exception("FunctionsApplicationBuilder.Metrics");

    public IServiceCollection Services => throw ContractOnly.Exception("FunctionsApplicationBuilder.Services");

    public IHost Build() => throw ContractOnly.Exception("FunctionsApplicationBuilder.Build");

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull
        => throw ContractOnly.Exception("FunctionsApplicationBuilder.ConfigureContainer");

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
        => throw ContractOnly.Exception("FunctionsApplicationBuilder.Use");
}
