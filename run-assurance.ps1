#!/usr/bin/env pwsh
# Runs gpc-assure from this checkout and passes all arguments on: ./run-assurance.ps1 run --target https://…
dotnet run --configuration Release --project "$PSScriptRoot/src/GpConnect.Assurance.Cli" -- @args
exit $LASTEXITCODE
