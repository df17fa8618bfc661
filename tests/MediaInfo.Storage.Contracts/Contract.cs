using System.Reflection;

namespace MediaInfo.Storage.Contracts;

/// <summary>All contracts of this assembly.</summary>
public static class Contract
{
    /// <summary>Fails unless a class of the assembly runs each contract.</summary>
    public static void AssertAllRunIn(Assembly tests)
    {
        var contracts = typeof(Contract).Assembly.GetTypes()
            .Where(type => type.IsAbstract && type.IsSubclassOf(typeof(StorageContract)))
            .ToList();

        var missing = contracts.Where(contract => !Array.Exists(
            tests.GetTypes(), type => !type.IsAbstract && type.IsSubclassOf(contract)));

        Assert.NotEmpty(contracts);
        Assert.Equal([], missing.Select(contract => contract.Name));
    }
}
