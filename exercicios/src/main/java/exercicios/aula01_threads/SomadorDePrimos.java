package exercicios.aula01_threads;

import curso.bancada.correcao.Exercicio;
import java.util.concurrent.ExecutionException;

/// Soma os primos de um intervalo usando todos os núcleos.
///
/// Testar se um número é primo não espera por nada: é conta do começo ao fim. O que falta aqui não é thread,
/// é núcleo, e cada thread a mais do que os núcleos só acrescenta troca de contexto.
///
/// **O que deve valer**
///
/// - A soma é exata, e cada número do intervalo é avaliado exatamente uma vez, divida-se ele bem ou não.
/// - As contas rodam em `nucleos` threads de plataforma ao mesmo tempo, sejam quantas forem, e em nenhuma a mais, por
///   maior que seja o intervalo. A thread que chama pode ser uma delas; se só
///   espera, não conta.
/// - A falha de uma parcela, exceção ou `Error`, chega a quem chamou (ela mesma, ou como causa). Nunca sai uma soma parcial.
/// - Duas somas ao mesmo tempo, mesmo no mesmo somador, não se misturam.
/// - Quando a soma termina, com o total ou com a falha, as threads que ela criou terminam também.
///
/// **O que acontece agora.** A thread que chama faz tudo sozinha; os outros núcleos olham.
///
/// **Fora de escopo.** Interromper a conta no meio; achar primos mais depressa (crivo); estouro de `long`.
public final class SomadorDePrimos {

    /// Quanto um número contribui para a soma: ele mesmo, se é primo; zero, se não é.
    @FunctionalInterface
    public interface Parcela {
        long de(long numero);
    }

    private final int nucleos;

    /// Cria um somador que usa `nucleos` threads; em produção, `Runtime.getRuntime().availableProcessors()`.
    public SomadorDePrimos(int nucleos) {
        if (nucleos < 1) {
            throw new IllegalArgumentException("núcleos: " + nucleos + "; são ao menos 1");
        }
        this.nucleos = nucleos;
    }

    /// Soma as parcelas dos números de `de` a `ate`, com os dois extremos; zero, se `de` é maior que `ate`.
    public long somar(long de, long ate, Parcela parcela) throws InterruptedException, ExecutionException {
        Exercicio.aFazer("01.2");
        long soma = 0;
        for (long numero = de; numero <= ate; numero++) {
            soma += parcela.de(numero);
        }
        return soma;
    }

    /// A parcela de verdade: `numero` se é primo, zero se não é, por divisões até a raiz.
    public static long primoOuZero(long numero) {
        if (numero < 2) {
            return 0;
        }
        for (long divisor = 2; divisor * divisor <= numero; divisor++) {
            if (numero % divisor == 0) {
                return 0;
            }
        }
        return numero;
    }
}
