package curso.bancada.servicos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// O que um [Guardiao] executa e como o encerra.
///
/// @param argumentos o executável e seus argumentos
/// @param ambiente variáveis somadas às deste processo
/// @param pasta onde o comando executa
/// @param saida o arquivo que recebe, ao fim do que já tem, a saída padrão e a de erros
/// @param apagar a pasta que some junto com o processo
/// @param sinal o nome do sinal que pede o fim (`TERM`, `INT`, `QUIT`); no Windows o fim é sempre forçado
/// @param paciencia quanto esperar entre o pedido e o `KILL`
public record Comando(List<String> argumentos, Map<String, String> ambiente, Path pasta, Path saida, Optional<Path> apagar,
        String sinal, Duration paciencia) {
    public Comando {
        if (argumentos.isEmpty()) {
            throw new IllegalArgumentException("Veio um comando vazio; o primeiro argumento é o executável; passe ao menos um");
        }
        if (paciencia.isNegative()) {
            throw new IllegalArgumentException("Veio paciencia=%s; ela não pode ser negativa; use Duration.ZERO para matar de imediato".formatted(paciencia));
        }
        argumentos = List.copyOf(argumentos);
        ambiente = Map.copyOf(ambiente);
    }

    /// Encerrado por `TERM`, com 5 s de paciência, sem pasta a apagar, na pasta do arquivo de saída.
    public static Comando de(Path saida, List<String> argumentos) {
        return new Comando(argumentos, Map.of(), saida.toAbsolutePath().getParent(), saida, Optional.empty(), "TERM", Duration.ofSeconds(5));
    }

    public Comando comAmbiente(Map<String, String> outro) {
        return new Comando(argumentos, outro, pasta, saida, apagar, sinal, paciencia);
    }

    public Comando em(Path outra) {
        return new Comando(argumentos, ambiente, outra, saida, apagar, sinal, paciencia);
    }

    public Comando apagando(Path outra) {
        return new Comando(argumentos, ambiente, pasta, saida, Optional.of(outra), sinal, paciencia);
    }

    public Comando encerradoCom(String outro, Duration outraPaciencia) {
        return new Comando(argumentos, ambiente, pasta, saida, apagar, outro, outraPaciencia);
    }
}
