package rinha.balanceador.config;

import static rinha.balanceador.config.Variavel.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Tudo o que se pode mudar sem recompilar, já conferido.
public record Config(Escuta escuta, List<Destino> destinos, TipoDeEstrategia estrategia, Chaveamento chave, int lacos,
        Limites limites, Prazos prazos, int tentativas, Saude saude, boolean confiaNoEncaminhado) {
    public enum TipoDeEstrategia {
        RODADA, PONDERADA, MENOS_CONEXOES, HASH_IP, HASH_CONSISTENTE;

        /// O nome que a configuração usa: `menos-conexoes`.
        public String nome() {
            return Leitor.escrita(this);
        }
    }

    public record Escuta(String endereco, int porta, String adminEndereco, int adminPorta) {}

    public record Limites(int conexoes, int conexoesPorServidor, int fila, int cabecalho, int cabecalhos, int corpo, int corposEmMemoria) {}

    public record Prazos(Duration pedido, Duration ocioso, Duration conexao, Duration fila, Duration resposta, Duration escrita,
            Duration ociosoDoServidor, Duration dreno, Duration encerramento) {}

    /// As regras que tiram e trazem de volta um servidor; `caminho` vazio desliga as sondas.
    public record Saude(int falhasParaTirar, Duration pausa, String caminho, Duration intervalo, Duration prazo, int sondasParaTirar, int sondasParaVoltar) {
        public Saude {
            if (!caminho.isEmpty() && (!caminho.startsWith("/") || caminho.chars().anyMatch(c -> c <= ' ' || c > '~'))) {
                throw Leitor.invalido(SONDA_CAMINHO, caminho, "precisa começar com / e não ter espaços");
            }
        }

        public boolean comSondas() {
            return !caminho.isEmpty();
        }
    }

    public Config {
        destinos = List.copyOf(destinos);
    }

    /// @throws IllegalArgumentException com o que veio, a regra e o que corrigir
    public static Config de(Map<String, String> ambiente, String... argumentos) {
        var v = new Leitor(ambiente, argumentos);
        return new Config(new Escuta(v.texto(ENDERECO), v.inteiro(PORTA, 0, 65_535), v.texto(ADMIN_ENDERECO), v.inteiro(ADMIN_PORTA, 0, 65_535)),
                Destino.lista(v.texto(SERVIDORES)), v.escolha(ESTRATEGIA, TipoDeEstrategia.class), Chaveamento.de(v.texto(CHAVE)), v.inteiro(LACOS, 1, 64),
                limites(v), prazos(v), v.inteiro(TENTATIVAS, 1, 10), saude(v), v.simOuNao(CONFIA_NO_ENCAMINHADO));
    }

    private static Limites limites(Leitor v) {
        return new Limites(v.inteiro(CONEXOES_MAXIMAS, 1, 1_000_000), v.inteiro(CONEXOES_POR_SERVIDOR, 1, 65_535), v.inteiro(FILA_MAXIMA, 0, 1_000_000),
                v.inteiro(CABECALHO_MAXIMO, 256, 1_048_576), v.inteiro(CABECALHOS_MAXIMOS, 1, 10_000),
                v.inteiro(CORPO_MAXIMO, 0, 1 << 30), v.inteiro(CORPOS_EM_MEMORIA, 1, Integer.MAX_VALUE));
    }

    private static Prazos prazos(Leitor v) {
        return new Prazos(v.milissegundos(PRAZO_PEDIDO_MS, 1), v.milissegundos(PRAZO_OCIOSO_MS, 1), v.milissegundos(PRAZO_CONEXAO_MS, 1),
                v.milissegundos(PRAZO_FILA_MS, 1), v.milissegundos(PRAZO_RESPOSTA_MS, 1), v.milissegundos(PRAZO_ESCRITA_MS, 1),
                v.milissegundos(PRAZO_OCIOSO_SERVIDOR_MS, 1), v.milissegundos(DRENO_MS, 0), v.milissegundos(PRAZO_ENCERRAMENTO_MS, 1));
    }

    private static Saude saude(Leitor v) {
        String caminho = v.texto(SONDA_CAMINHO);
        return new Saude(v.inteiro(FALHAS_PARA_TIRAR, 1, 1_000), v.milissegundos(PAUSA_MS, 1), "nenhum".equals(caminho) ? "" : caminho,
                v.milissegundos(SONDA_INTERVALO_MS, 1), v.milissegundos(SONDA_PRAZO_MS, 1), v.inteiro(SONDAS_PARA_TIRAR, 1, 100), v.inteiro(SONDAS_PARA_VOLTAR, 1, 100));
    }
}
